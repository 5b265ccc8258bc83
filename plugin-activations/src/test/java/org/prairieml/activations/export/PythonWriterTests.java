package org.prairieml.activations.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.activations.expression.PrimitiveFormula;
import org.prairieml.fixtures.RelativeError;

class PythonWriterTests {

  /** Some of its functions, such as cosh, compute in float32. */
  private static final double KERAS_TOLERANCE = 2e-6;

  private static final String DOUBLE = "jax.config.update('jax_enable_x64', True)";

  private static final String KERAS =
      """
      import jax
      %s
      import keras
      keras.config.set_floatx("float64")\
      """
          .formatted(DOUBLE);

  @TempDir Path folder;

  /** Calls the function of a module for an array, which {@code %s} makes of the points. */
  private static String calling(String imports, String array) {
    return """
    %s
    x = %s

    def values(i):
        return importlib.import_module(f"f{i}").f(x)
    """
        .formatted(imports, array);
  }

  @Test
  void everyFunctionAndSlopeAgreesInNumPy() throws Exception {
    Path python = PythonRun.interpreter("numpy", "scipy.special");
    List<Exported> all = Exported.all("numpy", 1).toList();
    String setup = calling("import numpy as np", "np.array(POINTS)");
    assertAgree(all, PythonRun.values(python, folder, all, setup));
  }

  @Test
  void everyFunctionAgreesInPyTorch() throws Exception {
    Path python = PythonRun.interpreter("torch");
    List<Exported> all = Exported.all("pytorch", 0).toList();
    String setup = calling("import torch", "torch.tensor(POINTS, dtype=torch.float64)");
    assertAgree(all, PythonRun.values(python, folder, all, setup));
  }

  @Test
  void everyFunctionAgreesInJax() throws Exception {
    Path python = PythonRun.interpreter("jax");
    List<Exported> all = Exported.all("jax", 0).toList();
    String setup = calling("import jax\n" + DOUBLE, "jax.numpy.array(POINTS)");
    assertAgree(all, PythonRun.values(python, folder, all, setup));
  }

  @Test
  void everyFunctionAgreesInKeras() throws Exception {
    Path python = PythonRun.interpreter("jax", "keras");
    List<Exported> all = Exported.expressible("keras", 0, 2);
    String setup = calling(KERAS, "jax.numpy.array(POINTS)");
    assertAgree(all, PythonRun.values(python, folder, all, setup), KERAS_TOLERANCE);
  }

  /** JAX's functions are NumPy's in name and meaning: so its code is run where JAX is not. */
  @Test
  void everyFunctionOfJaxAgreesWithNumPyInItsPlace() throws Exception {
    Path python = PythonRun.interpreter("numpy", "scipy.special");
    Path jax = Files.createDirectories(folder.resolve("jax/scipy")).getParent();
    Files.writeString(
        jax.resolve("__init__.py"),
        "from types import SimpleNamespace\nfrom scipy.special import expit\n"
            + "nn = SimpleNamespace(sigmoid=expit)\n");
    Files.writeString(jax.resolve("numpy.py"), "from numpy import *\n");
    Files.writeString(jax.resolve("scipy/__init__.py"), "from scipy import special\n");
    List<Exported> all = Exported.all("jax", 0).toList();
    String setup = calling("import numpy as np", "np.array(POINTS)");
    assertAgree(all, PythonRun.values(python, folder, all, setup));
  }

  /** So are those of Keras, but for a few. */
  @Test
  void everyFunctionOfKerasAgreesWithNumPyInItsPlace() throws Exception {
    Path python = PythonRun.interpreter("numpy", "scipy.special");
    Path keras = Files.createDirectory(folder.resolve("keras"));
    Files.writeString(
        keras.resolve("__init__.py"),
        "from types import SimpleNamespace\nlayers = SimpleNamespace(Layer=object)\n");
    Files.writeString(
        keras.resolve("ops.py"),
        """
        from numpy import *
        from scipy.special import erf, expit as sigmoid

        def divide_no_nan(a, b):
            return where(b == 0, 0.0, a / where(b == 0, 1.0, b))

        def cast(x, dtype):
            return x.astype(dtype)
        """);
    List<Exported> all = Exported.expressible("keras", 0, 2);
    String setup = calling("import numpy as np", "np.array(POINTS)");
    assertAgree(all, PythonRun.values(python, folder, all, setup));
  }

  @Test
  void layerOfKerasHasTheParametersAsWeights() throws Exception {
    Path python = PythonRun.interpreter("jax", "keras");
    List<Exported> all =
        Stream.of("pswish", "prelu", "x * sigmoid(beta * x) + lambda with beta = 1.5")
            .map(text -> Exported.of("keras", Exported.named(text), 0))
            .toList();
    String setup =
        KERAS
            + """

            x = jax.numpy.array(POINTS)

            def values(i):
                return importlib.import_module(f"f{i}").F()(x)
            """;
    assertAgree(all, PythonRun.values(python, folder, all, setup));
  }

  /** By ONNX's own parser and reference evaluator, whose error function has 8 digits. */
  @Test
  void everyFunctionAgreesInOnnx() throws Exception {
    Path python = PythonRun.interpreter("numpy", "onnx.parser", "onnx.reference");
    List<Exported> all = Exported.expressible("onnx-function", 0, 2);
    String starts =
        all.stream()
            .map(exported -> PrimitiveFormula.of(exported.function(), 0).starts())
            .map(PythonWriterTests::dictionary)
            .collect(Collectors.joining(", ", "[", "]"));
    String setup =
        """
        import numpy as np
        import onnx.parser
        from onnx.reference import ReferenceEvaluator
        starts = %s
        x = np.array(POINTS)

        def values(i):
            function = onnx.parser.parse_function(open(f"{sys.path[0]}/f{i}.py").read())
            inputs = {name: np.array(start) for name, start in starts[i].items()}
            return ReferenceEvaluator(function).run(None, {"x": x, **inputs}, {})[0]
        """
            .formatted(starts);
    assertAgree(all, PythonRun.values(python, folder, all, setup), 1e-7);
  }

  private static String dictionary(Map<String, Double> starts) {
    return starts.entrySet().stream()
        .map(start -> "'" + start.getKey() + "': " + start.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static void assertAgree(List<Exported> all, List<double[]> found) {
    assertAgree(all, found, Exported.TOLERANCE);
  }

  private static void assertAgree(List<Exported> all, List<double[]> found, double tolerance) {
    assertThat(found).hasSameSizeAs(all);
    for (int i = 0; i < found.size(); i++) {
      double[] expected = all.get(i).expected();
      for (int j = 0; j < expected.length; j++) {
        double value = found.get(i)[j];
        assertThat(RelativeError.of(value, expected[j]))
            .as("%s at %s: %s, expected %s", all.get(i), Exported.POINTS[j], value, expected[j])
            .isLessThanOrEqualTo(tolerance);
      }
    }
  }

  @Test
  void parametersAreLearnedByAModule() {
    assertThat(Exported.of("pytorch", Exported.named("pswish"), 0).code())
        .isEqualTo(
            """
            import torch


            def f(x, beta=1.0):
                \"""x * sigmoid(beta * x)\"""
                beta = torch.as_tensor(beta, dtype=x.dtype, device=x.device)
                return x * torch.sigmoid(beta * x)


            class F(torch.nn.Module):
                def __init__(self):
                    super().__init__()
                    self.beta = torch.nn.Parameter(torch.tensor(1.0))

                def forward(self, x):
                    return f(x, self.beta)\
            """);
  }
}
