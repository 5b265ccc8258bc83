package org.prairieml.training.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

class LinearInterpolationTests {

  private final LinearInterpolation tent =
      new LinearInterpolation(new double[] {0, 1, 2}, new double[] {5, 3, 7});

  @Test
  void resamplesAsScipyDoes() {
    JsonNode oracle = Oracles.read("mnist1d_stages.json").get("interpolate");

    double[] actual =
        LinearInterpolation.resample(
            Oracles.doubles(oracle.get("input")), oracle.get("N").intValue());

    assertThat(RelativeError.max(actual, Oracles.doubles(oracle.get("output")))).isLessThan(1e-15);
  }

  @Test
  void isLinearBetweenThePoints() {
    assertThat(tent.at(new double[] {0, 0.5, 1, 1.25, 2})).containsExactly(5, 4, 3, 4, 7);
  }

  @Test
  void isConstantBeyondThePoints() {
    assertThat(tent.at(-1)).isEqualTo(5);
    assertThat(tent.at(Double.POSITIVE_INFINITY)).isEqualTo(7);
  }

  @Test
  void passesNaNOn() {
    assertThat(tent.at(Double.NaN)).isNaN();
  }

  @Test
  void reachesBothEndsOfAGrid() {
    assertThat(LinearInterpolation.linspace(-0.5, 0.1, 8))
        .hasSize(8)
        .startsWith(-0.5)
        .endsWith(0.1);
    assertThat(LinearInterpolation.linspace(3, 4, 1)).containsExactly(3);
    assertThat(LinearInterpolation.linspace(3, 4, 0)).isEmpty();
  }

  @Test
  void refusesPointsThatAreNoFunction() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearInterpolation(new double[] {0, 0}, new double[] {1, 2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearInterpolation(new double[] {0}, new double[] {1, 2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinearInterpolation(new double[0], new double[0]));
  }
}
