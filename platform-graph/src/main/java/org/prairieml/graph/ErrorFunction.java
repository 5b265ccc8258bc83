package org.prairieml.graph;

/**
 * Rational Chebyshev approximations of the error function, relative error below 2^-53 times a few.
 *
 * <p>W. J. Cody: Rational Chebyshev approximations for the error function. Mathematics of
 * Computation 23 (1969), 631-637.
 */
final class ErrorFunction {

  /** The largest |x| for {@link #central}. */
  static final double CENTRAL_LIMIT = 0.46875;

  /** Beyond it erfc is below the least number; far beyond, {@link #gaussian} would be inf * 0. */
  private static final double UNDERFLOW = 28;

  private static final double[] CENTRAL_NUMERATOR = {
    1.85777706184603153e-1,
    3.16112374387056560e0,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] CENTRAL_DENOMINATOR = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_NUMERATOR = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594e0,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_DENOMINATOR = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] OUTER_NUMERATOR = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] OUTER_DENOMINATOR = {
    1,
    2.56852019228982242e0,
    1.87295284992346725e0,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };
  private static final double ONE_OVER_SQRT_PI = 5.6418958354775628695e-1;

  private ErrorFunction() {}

  /** Returns erf(x) for |x| up to {@link #CENTRAL_LIMIT}. */
  static double central(double x) {
    double square = x * x;
    return x * polynomial(CENTRAL_NUMERATOR, square) / polynomial(CENTRAL_DENOMINATOR, square);
  }

  /** Returns erfc(a) for a above {@link #CENTRAL_LIMIT}. */
  static double upperTail(double a) {
    if (a > UNDERFLOW) {
      return 0;
    }
    return gaussian(a) * (a <= 4 ? middle(a) : outer(a));
  }

  private static double middle(double a) {
    return polynomial(MIDDLE_NUMERATOR, a) / polynomial(MIDDLE_DENOMINATOR, a);
  }

  private static double outer(double a) {
    double s = 1 / (a * a);
    double r = s * polynomial(OUTER_NUMERATOR, s) / polynomial(OUTER_DENOMINATOR, s);
    return (ONE_OVER_SQRT_PI - r) / a;
  }

  /** e^(-a^2) with the square split in two, so that its rounding does not spoil the exponential. */
  private static double gaussian(double a) {
    double head = Math.rint(a * 16) / 16;
    double rest = (a - head) * (a + head);
    return Math.exp(-head * head) * Math.exp(-rest);
  }

  /** Horner's rule, highest power first. */
  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
  }
}
