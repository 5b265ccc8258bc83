package org.prairieml.engine.lane;

/** Distances in units in the last place. */
final class Ulps {

  private Ulps() {}

  /**
   * Returns how far a result is from the true value, in units in the last place of the format
   * there; infinity if only one is NaN or zeros differ in sign.
   */
  static double between(NumberFormat format, double result, double truth) {
    if (Double.isNaN(result) || Double.isNaN(truth)) {
      return Double.isNaN(result) == Double.isNaN(truth) ? 0 : Double.POSITIVE_INFINITY;
    }
    double rounded = format.round(truth);
    if (result == rounded) {
      return sameSign(result, rounded) ? Math.min(1, distance(format, result, truth)) : 1 / 0.0;
    }
    return distance(format, result, truth);
  }

  private static boolean sameSign(double a, double b) {
    return Math.copySign(1, a) == Math.copySign(1, b);
  }

  /** Infinity counts as the number that would follow the greatest. */
  private static double distance(NumberFormat format, double result, double truth) {
    double greatest = format.fromBits(format.toBits(Double.POSITIVE_INFINITY) - 1);
    double rounded = Math.clamp(format.round(truth), -greatest, greatest);
    double ulp = format == NumberFormat.FLOAT32 ? Math.ulp((float) rounded) : Math.ulp(rounded);
    double end = greatest / ulp + 1;
    double scaled = Math.clamp(result / ulp, -end, end);
    return Math.abs(scaled - Math.clamp(truth / ulp, -end, end));
  }
}
