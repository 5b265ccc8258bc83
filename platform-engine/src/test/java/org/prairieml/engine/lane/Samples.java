package org.prairieml.engine.lane;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Arguments that leave no part of a format out. */
final class Samples {

  private Samples() {}

  /** Returns NaN, zeros, infinities, the ends of the ranges, and some numbers between. */
  static double[] special(NumberFormat format) {
    double least = format.fromBits(1);
    double normal = Math.scalb(1.0, 1 - format.bias());
    double greatest = format.fromBits(format.toBits(Double.POSITIVE_INFINITY) - 1);
    return DoubleStream.of(
            Double.NaN,
            0,
            least,
            normal,
            0.3,
            0.5,
            1,
            1.5,
            2,
            3,
            Math.PI,
            7.9,
            88,
            1e9,
            greatest,
            1 / 0.0)
        .flatMap(x -> DoubleStream.of(format.round(x), -format.round(x)))
        .toArray();
  }

  /**
   * Returns the special ones and some 300000 others: of float32 patterns of bits at equal
   * distances, so all binades, subnormal numbers and both signs; of float64 also such patterns, but
   * most from 2^-70 to 2^70, as elsewhere little happens.
   */
  static DoubleStream all(NumberFormat format) {
    DoubleStream patterns =
        format == NumberFormat.FLOAT32
            ? positive(format, 0, format.toBits(Float.MAX_VALUE), 150_000)
            : DoubleStream.concat(
                positive(format, 0, format.toBits(Double.MAX_VALUE), 20_000),
                positive(format, format.toBits(0x1p-70), format.toBits(0x1p70), 130_000));
    return DoubleStream.concat(
        DoubleStream.of(special(format)), patterns.flatMap(x -> DoubleStream.of(x, -x)));
  }

  private static DoubleStream positive(NumberFormat format, long first, long last, int count) {
    // Odd, so that the last bits differ, too.
    long step = (last - first) / count | 1;
    return LongStream.range(0, count).mapToDouble(i -> format.fromBits(first + i * step));
  }
}
