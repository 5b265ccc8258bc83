package org.prairieml.training.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

class GaussianFilterTests {

  @Test
  void smoothsAsScipyDoes() {
    JsonNode oracle = Oracles.read("mnist1d_stages.json").get("gaussian_filter");

    double[] actual =
        new GaussianFilter(oracle.get("sigma").doubleValue())
            .apply(Oracles.doubles(oracle.get("input")));

    assertThat(RelativeError.max(actual, Oracles.doubles(oracle.get("output")))).isLessThan(1e-15);
  }

  /** The reference is SciPy 1.17.1. */
  @Test
  void mirrorsASignalShorterThanTheKernelSeveralTimes() {
    double[] actual = new GaussianFilter(2).apply(new double[] {1, 2, 4});

    assertThat(
            RelativeError.max(
                actual, new double[] {2.16599748798533, 2.3332867762903033, 2.5007157357243672}))
        .isLessThan(1e-15);
  }

  @Test
  void smoothsNothingToNothing() {
    assertThat(new GaussianFilter(2).apply(new double[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWidthThatIsNone(double sigma) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GaussianFilter(sigma));
  }
}
