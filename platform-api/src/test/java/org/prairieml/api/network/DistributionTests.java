package org.prairieml.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class DistributionTests {

  private static final Shape MANY = Shape.of(100, 200);
  private static final int N = 20_000;

  private static double[] sample(Distribution distribution) {
    return distribution.sample(MANY, new SplittableRandom(1)).values();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray()));
  }

  /** Bounds of four standard errors; the seed is fixed. */
  @Test
  void uniformFillsItsInterval() {
    double[] values = sample(new Distribution.Uniform(-1, 3));

    assertThat(Arrays.stream(values)).allMatch(v -> v >= -1 && v < 3);
    assertThat(mean(values)).isCloseTo(1, within(4 * 4 / Math.sqrt(12.0 * N)));
    assertThat(deviation(values)).isCloseTo(4 / Math.sqrt(12), within(0.02));
  }

  @Test
  void normalHasItsMeanAndDeviation() {
    double[] values = sample(new Distribution.Normal(5, 2));

    assertThat(mean(values)).isCloseTo(5, within(4 * 2 / Math.sqrt(N)));
    assertThat(deviation(values)).isCloseTo(2, within(4 * 2 / Math.sqrt(2.0 * N)));
  }

  @Test
  void constantIsTheSameEverywhere() {
    assertThat(new Distribution.Constant(0.25).sample(Shape.of(2, 2), new SplittableRandom(1)))
        .isEqualTo(NdArray.filled(Shape.of(2, 2), 0.25));
  }

  @Test
  void givenNumbersTakeTheParametersShape() {
    Distribution given = new Distribution.Given(NdArray.vector(1, 2, 3, 4));

    assertThat(given.sample(Shape.of(2, 2), new SplittableRandom(1)))
        .isEqualTo(new NdArray(Shape.of(2, 2), new double[] {1, 2, 3, 4}));
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> given.sample(Shape.of(3), new SplittableRandom(1)))
        .withMessage("Array of shape [3] needs 3 values, found 4.");
  }

  @Test
  void theIntervalOfPyTorchsLayersIsOneOverTheRootOfTheFanIn() {
    assertThat(Distribution.fanInUniform(16)).isEqualTo(new Distribution.Uniform(-0.25, 0.25));
  }

  @Test
  void sameGeneratorSameNumbers() {
    Distribution normal = new Distribution.Normal(0, 1);

    assertThat(sample(normal)).isEqualTo(sample(normal));
    assertThat(Arrays.copyOf(sample(normal), 10))
        .isEqualTo(normal.sample(Shape.of(10), new SplittableRandom(1)).values());
  }
}
