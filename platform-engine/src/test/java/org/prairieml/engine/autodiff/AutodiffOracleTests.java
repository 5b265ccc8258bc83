package org.prairieml.engine.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.engine.VectorEngine;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.testkit.EngineRun;
import tools.jackson.databind.JsonNode;

/** Small graphs against PyTorch: values, gradients and Hessian-vector products, on both engines. */
class AutodiffOracleTests {

  private static final double FIRST_ORDER = 1e-12;
  private static final double SECOND_ORDER = 1e-10;
  private static final CompileSettings SETTINGS = new CompileSettings(Precision.FLOAT64, 1);

  static Stream<Arguments> casesOnEngines() {
    return Stream.of(new ReferenceEngine(), new VectorEngine())
        .flatMap(engine ->
            AutodiffCases.GRAPHS.keySet().stream()
                .map(name -> Arguments.argumentSet(engine.name() + ", " + name, engine, name)));
  }

  @Test
  void everyCaseOfTheFileIsCompared() {
    assertThat(cases().map(AutodiffOracleTests::name))
        .containsExactlyInAnyOrderElementsOf(AutodiffCases.GRAPHS.keySet());
  }

  @ParameterizedTest
  @MethodSource("casesOnEngines")
  void equalsPyTorchToSecondOrder(Engine engine, String name) {
    JsonNode file = cases().filter(entry -> name(entry).equals(name)).findFirst().orElseThrow();
    Program program = program(file, name);
    try (EngineRun run = new EngineRun(engine, program, SETTINGS, arrays(file.get("inputs")))) {
      run.run();
      assertThat(run.read("result").shape()).isEqualTo(Shape.of(Oracles.shape(file.get("y"))));
      assertClose(run, "result", file.get("y"), FIRST_ORDER);
      assertGroup(run, file, "grad", FIRST_ORDER);
      assertGroup(run, file, "hvp", SECOND_ORDER);
      assertGroup(run, file, "grad2", FIRST_ORDER);
      assertGroup(run, file, "hvp2", SECOND_ORDER);
    }
  }

  /** A linear and a quadratic loss of the case's result, with their derivatives. */
  private static Program program(JsonNode file, String name) {
    Program.Builder builder = Program.builder(name);
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    file.get("inputs")
        .propertyStream()
        .forEach(e ->
            inputs.put(
                e.getKey(), builder.input(e.getKey(), Shape.of(Oracles.shape(e.getValue())))));
    Tensor y = AutodiffCases.GRAPHS.get(name).build(new AutodiffCases.Inputs(file, inputs));
    Tensor weights = Tensor.of(AutodiffCases.array(file.get("w")));
    builder.output("result", y);
    derivatives(builder, weights.mul(y).sumAll(), inputs, file, "grad", "hvp");
    derivatives(builder, weights.mul(y.square()).sumAll().mul(0.5), inputs, file, "grad2", "hvp2");
    return builder.build();
  }

  private static void derivatives(
      Program.Builder builder,
      Tensor loss,
      Map<String, Tensor> inputs,
      JsonNode file,
      String first,
      String second) {
    List<String> names = List.copyOf(inputs.keySet());
    List<Tensor> sources = List.copyOf(inputs.values());
    List<Tensor> direction =
        names.stream()
            .map(name -> Tensor.of(AutodiffCases.array(file.get("v").get(name))))
            .toList();
    List<Tensor> gradients = Gradients.of(loss, sources);
    List<Tensor> products = Gradients.hessianVector(loss, sources, direction);
    for (int i = 0; i < names.size(); i++) {
      builder.output(first + " " + names.get(i), gradients.get(i));
      builder.output(second + " " + names.get(i), products.get(i));
    }
  }

  private static void assertGroup(EngineRun run, JsonNode file, String group, double tolerance) {
    file.get("inputs")
        .propertyStream()
        .map(Map.Entry::getKey)
        .forEach(
            name -> assertClose(run, group + " " + name, file.get(group).get(name), tolerance));
  }

  private static void assertClose(
      EngineRun run, String output, JsonNode expected, double tolerance) {
    assertThat(RelativeError.max(run.read(output).values(), Oracles.doubles(expected)))
        .as(output)
        .isLessThanOrEqualTo(tolerance);
  }

  private static Map<String, double[]> arrays(JsonNode group) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    group.propertyStream().forEach(e -> arrays.put(e.getKey(), Oracles.doubles(e.getValue())));
    return arrays;
  }

  private static Stream<JsonNode> cases() {
    return Oracles.read("autodiff.json").get("cases").valueStream();
  }

  private static String name(JsonNode entry) {
    return entry.get("name").stringValue();
  }
}
