package org.prairieml.graph;

/** Functions in float64 that {@link Math} lacks. */
final class SpecialFunctions {

  /** Beyond it the asymptotic series of the Bessel functions is exact to the last bit or so. */
  private static final double BESSEL_ASYMPTOTIC = 30;

  private static final double HALF_ULP_OF_ONE = 0x1p-54;

  private SpecialFunctions() {}

  /** The exponential gets what rounding has taken from the square. */
  static double gaussian(double x) {
    double square = x * x;
    double value = Math.exp(-square);
    return value == 0 ? value : value - value * Math.fma(x, x, -square);
  }

  static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** Odd, by log1p, so that small arguments keep their accuracy. */
  static double asinh(double x) {
    double a = Math.abs(x);
    if (a > 0x1p28) {
      return Math.copySign(Math.log(a) + Math.log(2), x);
    }
    return Math.copySign(Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a))), x);
  }

  static double erf(double x) {
    double a = Math.abs(x);
    return a <= ErrorFunction.CENTRAL_LIMIT
        ? ErrorFunction.central(x)
        : Math.copySign(1 - ErrorFunction.upperTail(a), x);
  }

  static double erfc(double x) {
    double a = Math.abs(x);
    if (a <= ErrorFunction.CENTRAL_LIMIT) {
      return 1 - ErrorFunction.central(x);
    }
    return x > 0 ? ErrorFunction.upperTail(a) : 2 - ErrorFunction.upperTail(a);
  }

  /** Returns {@code e^-|x| I_n(x)}. */
  static double scaledBessel(int order, double x) {
    double a = Math.abs(x);
    double sign = x < 0 && order % 2 == 1 ? -1 : 1;
    if (a > Math.max(BESSEL_ASYMPTOTIC, order * order)) {
      return sign * besselAsymptotic(order, a);
    }
    return sign * besselSeries(order, a) * Math.exp(-a);
  }

  /** Abramowitz and Stegun 9.6.10; every term is positive, so nothing cancels. */
  private static double besselSeries(int order, double a) {
    double term = 1;
    for (int k = 1; k <= order; k++) {
      term *= a / 2 / k;
    }
    double quarter = a * a / 4;
    double sum = term;
    for (int k = 1; term > sum * HALF_ULP_OF_ONE; k++) {
      term *= quarter / k / (k + order);
      sum += term;
    }
    return Double.isNaN(a) ? a : sum;
  }

  /** Abramowitz and Stegun 9.7.1; the terms fall until k is about 2a, far below one ulp. */
  private static double besselAsymptotic(int order, double a) {
    double mu = 4.0 * order * order;
    double term = 1;
    double sum = 1;
    for (int k = 1; Math.abs(term) > HALF_ULP_OF_ONE && k < 2 * a; k++) {
      double odd = 2 * k - 1;
      term *= -(mu - odd * odd) / (k * 8 * a);
      sum += term;
    }
    return sum / Math.sqrt(2 * Math.PI * a);
  }
}
