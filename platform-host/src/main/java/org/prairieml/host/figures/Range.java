package org.prairieml.host.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * What an axis spans.
 *
 * @param min the smallest value
 * @param max the largest value, larger than {@code min}
 * @param scale how the values between lie
 */
record Range(double min, double max, Scale scale) {

  /**
   * Returns the range of the values that the scale can show. It is widened if there is but one or
   * none, and a logarithmic one to the next numbers of one digit.
   */
  static Range of(Scale scale, DoubleStream values) {
    DoubleSummaryStatistics shown = values.filter(scale::shows).summaryStatistics();
    if (shown.getCount() == 0) {
      return scale == Scale.LINEAR ? new Range(0, 1, scale) : new Range(0.1, 1, scale);
    }
    double min = shown.getMin();
    double max = shown.getMax();
    if (scale == Scale.LOG) {
      min = firstDigit(min, RoundingMode.FLOOR);
      max = firstDigit(max, RoundingMode.CEILING);
    }
    return max - min > 1e-9 * Math.max(Math.abs(min), Math.abs(max))
        ? new Range(min, max, scale)
        : around(min, scale);
  }

  /** Rounds to one digit, where XChart has numbers along a logarithmic axis, so there are two. */
  private static double firstDigit(double value, RoundingMode rounding) {
    return BigDecimal.valueOf(value).round(new MathContext(1, rounding)).doubleValue();
  }

  private static Range around(double value, Scale scale) {
    if (scale == Scale.LOG) {
      return new Range(value / 2, value * 2, scale);
    }
    double margin = value == 0 ? 1 : Math.abs(value) / 2;
    return new Range(value - margin, value + margin, scale);
  }

  /**
   * Returns the decimal format of the numbers along the axis, with as many digits as tell them
   * apart.
   *
   * @param ticks about how many they are
   */
  String pattern(int ticks) {
    if (scale == Scale.LOG) {
      return min < 1e-4 || max >= 1e6 ? "0E0" : "0.####";
    }
    // XChart rounds the distance of its ticks up to a power of ten from 7.5 of the one below.
    int digits = -(int) Math.floor(Math.log10((max - min) / ticks / 0.75));
    if (digits > 9 || Math.max(Math.abs(min), Math.abs(max)) >= 1e7) {
      return "0.####E0";
    }
    return digits <= 0 ? "0" : "0." + "0".repeat(digits);
  }

  /** Returns how many powers of ten the range spans; only for a logarithmic one. */
  double decades() {
    return Math.log10(max / min);
  }
}
