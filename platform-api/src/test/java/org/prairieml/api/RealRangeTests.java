package org.prairieml.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RealRangeTests {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Stream<Arguments> ranges() {
    return Stream.of(
        row(RealRange.ANY, "a number", new double[] {-1e300, 0, 1e300}, new double[] {}),
        row(RealRange.POSITIVE, "a number above 0", new double[] {1e-300, 1}, new double[] {0, -1}),
        row(
            RealRange.NOT_NEGATIVE,
            "a number of at least 0",
            new double[] {0, 1},
            new double[] {-1e-300}),
        row(
            RealRange.UNIT,
            "a number from 0 to 1",
            new double[] {0, 0.5, 1},
            new double[] {-1e-9, 1.1}),
        row(
            RealRange.between(-0.5, 1e7),
            "a number from -0.5 to 10000000",
            new double[] {-0.5, 1e7},
            new double[] {-0.6}),
        row(
            new RealRange(0, 1, true),
            "a number above 0, at most 1",
            new double[] {1e-9, 1},
            new double[] {0}),
        row(
            RealRange.between(-INFINITY, 2.5),
            "a number of at most 2.5",
            new double[] {-1e300, 2.5},
            new double[] {2.6}));
  }

  private static Arguments row(
      RealRange range, String description, double[] inside, double[] outside) {
    return Arguments.of(range, description, inside, outside);
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void containsFiniteNumbersBetweenItsEnds(
      RealRange range, String description, double[] inside, double[] outside) {
    assertThat(range.description()).isEqualTo(description);
    assertThat(DoubleStream.of(inside)).allMatch(range::contains);
    assertThat(DoubleStream.of(outside)).noneMatch(range::contains);
    assertThat(DoubleStream.of(Double.NaN, INFINITY, -INFINITY)).noneMatch(range::contains);
  }
}
