package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UniformRandomTests {

  private static final int N = 1 << 16;

  private static double[] draw(long stream, long counter, int n) {
    return Evaluation.values(Tensor.uniform(stream, Tensor.of(counter), Shape.of(n)));
  }

  @Test
  void everyValueIsAMultipleOfTheTwentyFourthPartBetweenZeroAndOne() {
    assertThat(Arrays.stream(draw(1, 2, N)).map(u -> u * 0x1p24))
        .allMatch(u -> u == Math.rint(u) && u >= 0 && u < 0x1p24);
  }

  /** Computed by a separate program from the definition of SplitMix64's finalizer. */
  @Test
  void theBitsAreThoseOfTheDefinition() {
    assertThat(draw(0, 0, 4)).containsExactly(scaled(10946269, 11764387, 6494865, 11012794));
    assertThat(draw(1, 0, 4)).containsExactly(scaled(6177195, 15830380, 759286, 13043227));
    assertThat(draw(0, 1, 4)).containsExactly(scaled(4634430, 3621671, 14748920, 2531875));
    assertThat(draw(-7, 123456789, 4))
        .containsExactly(scaled(15296029, 8102940, 10245048, 7018197));
  }

  private static double[] scaled(int... bits) {
    return IntStream.of(bits).mapToDouble(b -> b * 0x1p-24).toArray();
  }

  @Test
  void aValueDependsOnStreamCounterAndPositionAloneNotOnTheShape() {
    Tensor block = Tensor.uniform(5, Tensor.of(9), Shape.of(4, 5));

    assertThat(draw(5, 9, 20)).isEqualTo(draw(5, 9, 20)).isEqualTo(Evaluation.values(block));
    assertThat(draw(5, 9, 30)).startsWith(draw(5, 9, 20));
  }

  @Test
  void streamsAndCountersDiffer() {
    Set<Double> first = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      first.add(draw(i, 0, 1)[0]);
      first.add(draw(0, i + 1, 1)[0]);
    }

    // Of 2000 among 2^24, about one pair may coincide by chance.
    assertThat(first).hasSizeGreaterThan(1995);
  }

  /** The seeds are fixed; the bounds are four standard deviations of what chance would give. */
  @Test
  void meanAndVarianceAreThoseOfTheUniformDistribution() {
    for (long stream : new long[] {0, 1, -1, 1L << 40}) {
      double[] u = draw(stream, 3, N);
      double mean = Arrays.stream(u).average().orElseThrow();
      double variance = Arrays.stream(u).map(v -> (v - 0.5) * (v - 0.5)).average().orElseThrow();

      assertThat(mean).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / N)));
      assertThat(variance).isCloseTo(1.0 / 12, within(4 * Math.sqrt(1.0 / 180 / N)));
    }
  }

  @Test
  void theHistogramIsFlat() {
    int bins = 256;
    int[] counts = new int[bins];
    Arrays.stream(draw(11, 0, N)).forEach(u -> counts[(int) (u * bins)]++);

    assertThat(chiSquare(counts)).isBetween(lowest(bins), highest(bins));
  }

  @Test
  void neighborsInPositionCounterAndStreamAreIndependent() {
    double[] u = draw(11, 0, N);

    assertIndependent(u, draw(11, 1, N));
    assertIndependent(u, draw(12, 0, N));
    assertIndependent(Arrays.copyOf(u, N - 1), Arrays.copyOfRange(u, 1, N));
  }

  /** Counts pairs on a 16 x 16 board. */
  private static void assertIndependent(double[] a, double[] b) {
    int[] counts = new int[256];
    for (int i = 0; i < a.length; i++) {
      counts[(int) (a[i] * 16) * 16 + (int) (b[i] * 16)]++;
    }
    assertThat(chiSquare(counts)).isBetween(lowest(256), highest(256));
  }

  private static double chiSquare(int[] counts) {
    double expected = (double) IntStream.of(counts).sum() / counts.length;
    return IntStream.of(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
  }

  private static double lowest(int bins) {
    return bins - 1 - 4 * Math.sqrt(2.0 * (bins - 1));
  }

  private static double highest(int bins) {
    return bins - 1 + 4 * Math.sqrt(2.0 * (bins - 1));
  }

  @Test
  void noGradientFlowsToTheCounter() {
    Tensor counter = Tensor.of(3);
    Tensor loss = Tensor.uniform(1, counter, Shape.of(4)).mul(counter).sumAll();

    assertThat(Evaluation.value(Gradients.of(loss, counter)))
        .isEqualTo(Arrays.stream(draw(1, 3, 4)).sum());
  }
}
