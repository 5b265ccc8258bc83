package org.prairieml.training.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairwiseSumTests {

  private static final double[] HARMONIC =
      IntStream.rangeClosed(1, 1000).mapToDouble(i -> 1.0 / i).toArray();

  /** Sums of {@code 1 / np.arange(1., n + 1)} by NumPy 2.4.6. */
  @ParameterizedTest
  @CsvSource({
    "7, 2.5928571428571425",
    "13, 3.180133755133755",
    "300, 6.282663880299504",
    "1000, 7.485470860550345"
  })
  void roundsAsNumpyDoes(int n, double expected) {
    assertThat(PairwiseSum.of(Arrays.copyOf(HARMONIC, n))).isEqualTo(expected);
  }

  @Test
  void computesTheDeviationOfAPopulation() {
    assertThat(PairwiseSum.standardDeviation(new double[] {1, 3})).isEqualTo(1);
    assertThat(PairwiseSum.standardDeviation(HARMONIC)).isEqualTo(0.039848491723996425);
  }

  @Test
  void hasNoMeanOfNothing() {
    assertThat(PairwiseSum.of(new double[0])).isZero();
    assertThat(PairwiseSum.mean(new double[0])).isNaN();
  }
}
