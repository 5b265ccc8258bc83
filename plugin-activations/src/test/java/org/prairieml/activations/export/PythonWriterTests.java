package org.prairieml.activations.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.fixtures.RelativeError;

class PythonWriterTests {

  @TempDir Path folder;

  @Test
  void everyFunctionAndSlopeAgreesInNumPy() throws Exception {
    Path python = PythonRun.interpreter("numpy", "scipy.special");
    List<Exported> all = Exported.all("numpy", 1).toList();
    assertAgree(all, PythonRun.values(python, folder, all, "import numpy as np", "np.array(%s)"));
  }

  @Test
  void everyFunctionAgreesInPyTorch() throws Exception {
    Path python = PythonRun.interpreter("torch");
    List<Exported> all = Exported.all("pytorch", 0).toList();
    assertAgree(
        all,
        PythonRun.values(
            python, folder, all, "import torch", "torch.tensor(%s, dtype=torch.float64)"));
  }

  private static void assertAgree(List<Exported> all, List<double[]> found) {
    assertThat(found).hasSameSizeAs(all);
    for (int i = 0; i < found.size(); i++) {
      double[] expected = all.get(i).expected();
      for (int j = 0; j < expected.length; j++) {
        double value = found.get(i)[j];
        assertThat(RelativeError.of(value, expected[j]))
            .as("%s at %s: %s, expected %s", all.get(i), Exported.POINTS[j], value, expected[j])
            .isLessThanOrEqualTo(Exported.TOLERANCE);
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
