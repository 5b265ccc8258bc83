package org.prairieml.host.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against SciPy 1.10: {@code t.interval(0.95, n - 1, mean, sem)} and {@code ttest_rel}. */
class MeanIntervalTests {

  /** SciPy and commons-statistics invert the distribution to about ten digits. */
  private static final Offset<Double> CLOSE = within(1e-9);

  private static final double[] A = {0.62, 0.65, 0.61, 0.66, 0.64};
  private static final double[] B = {0.60, 0.64, 0.62, 0.61, 0.63};

  @Test
  void theIntervalIsThatOfSciPy() {
    MeanInterval mean = MeanInterval.of("a", A);

    assertThat(mean.n()).isEqualTo(5);
    assertThat(mean.mean()).isCloseTo(0.636, CLOSE);
    assertThat(mean.std()).isCloseTo(0.02073644135332774, CLOSE);
    assertThat(mean.low()).isCloseTo(0.6102523073207091, CLOSE);
    assertThat(mean.high()).isCloseTo(0.6617476926792909, CLOSE);
    assertThat(mean.p()).isCloseTo(2.7083474040330175e-07, within(1e-15));
  }

  @Test
  void differencesOfPairsGiveThePairedTest() {
    double[] differences = new double[A.length];
    for (int i = 0; i < A.length; i++) {
      differences[i] = A[i] - B[i];
    }
    MeanInterval difference = MeanInterval.of("a - b", differences);

    assertThat(difference.low()).isCloseTo(-0.011203495226330285, CLOSE);
    assertThat(difference.p()).isCloseTo(0.1778078083562211, CLOSE);
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    assertThat(MeanInterval.of("a", 0, 0, 0)).isEqualTo(new MeanInterval(3, 0, 0, 0, 1));
    assertThat(MeanInterval.of("a", 2, 2)).isEqualTo(new MeanInterval(2, 2, 0, 0, 0));
  }

  @Test
  void oneValueHasNoInterval() {
    assertThatThrownBy(() -> MeanInterval.of("relu", 0.5))
        .hasMessage("Group 'relu': one value has no confidence interval; train more networks.");
  }
}
