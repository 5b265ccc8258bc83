package org.prairieml.host.activation;

import org.prairieml.graph.Binary;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Unary;

/** Elementary functions of intervals. */
final class IntervalFunctions {

  /** By how much the functions in float64 may be off, and more. */
  private static final int ULPS = 8;

  private static final double PERIOD = 2 * Math.PI;

  private static final Interval UNIT = new Interval(-1, 1);

  private IntervalFunctions() {}

  /** Returns all values of a function that has no steps. */
  static Interval of(Unary function, Interval x) {
    return switch (function) {
      case NEG -> x.negative();
      case ABS -> x.absolute();
      case SQUARE -> x.squared();
      case RECIPROCAL -> Interval.point(1).over(x);
      case SIGN, FLOOR -> new Interval(function.apply(x.low()), function.apply(x.high()));
      case SQRT ->
          increasing(Unary.SQRT, new Interval(Math.max(0, x.low()), x.high()))
              .intersect(new Interval(0, Double.POSITIVE_INFINITY));
      case LOG -> x.high() <= 0 ? Interval.ALL : increasing(Unary.LOG, x);
      case LOG1P -> x.high() <= -1 ? Interval.ALL : increasing(Unary.LOG1P, x);
      case EXP, EXPM1, SINH, ASINH, ATAN, SOFTPLUS -> increasing(function, x);
      case TANH, ERF -> increasing(function, x).intersect(UNIT);
      case SIGMOID -> increasing(function, x).intersect(Interval.TRUTH);
      case ERFC -> decreasing(function, x);
      case COSH -> increasing(function, x.absolute());
      case GAUSSIAN -> decreasing(function, x.absolute()).intersect(Interval.TRUTH);
      case SIN -> wave(function, x, Math.PI / 2);
      case COS -> wave(function, x, 0);
      case TAN -> hasMultiple(x, Math.PI / 2, Math.PI) ? Interval.ALL : increasing(function, x);
    };
  }

  private static Interval increasing(Unary function, Interval x) {
    return Interval.around(function.apply(x.low()), function.apply(x.high()), ULPS);
  }

  private static Interval decreasing(Unary function, Interval x) {
    return Interval.around(function.apply(x.high()), function.apply(x.low()), ULPS);
  }

  /** A sine or cosine, which is 1 at the crest and every period from there. */
  private static Interval wave(Unary function, Interval x, double crest) {
    double a = function.apply(x.low());
    double b = function.apply(x.high());
    boolean up = hasMultiple(x, crest, PERIOD);
    boolean down = hasMultiple(x, crest + Math.PI, PERIOD);
    return Interval.around(down ? -1 : Math.min(a, b), up ? 1 : Math.max(a, b), ULPS)
        .intersect(UNIT);
  }

  /** Returns whether the interval may have the start plus a multiple of the period in it. */
  private static boolean hasMultiple(Interval x, double start, double period) {
    double from = (x.low() - start) / period;
    double to = (x.high() - start) / period;
    double slack = 1e-14 * Math.max(1, x.magnitude());
    return !(Math.floor(to + slack) < Math.ceil(from - slack));
  }

  /** By the mean value theorem: no slope of e^-|x| I_n(x) is above 1. */
  static Interval of(ScaledBessel function, Interval x) {
    double middle = x.low() / 2 + x.high() / 2;
    if (!Double.isFinite(middle)) {
      return UNIT;
    }
    double[] value = new double[1];
    function.evaluate(null, new double[][] {{middle}}, value);
    double radius = Math.nextUp(Math.max(x.high() - middle, middle - x.low())) + 1e-15;
    return new Interval(value[0] - radius, value[0] + radius).intersect(UNIT);
  }

  /** Returns all powers; it has its extremes in the corners where the base is positive. */
  static Interval power(Interval base, Interval exponent) {
    double n = exponent.low();
    if (exponent.isPoint() && n == Math.rint(n) && Math.abs(n) < 1e9) {
      return whole(base, n);
    }
    if (base.low() < 0 || base.low() == 0 && exponent.low() <= 0) {
      return Interval.ALL;
    }
    Interval low = corner(base.low(), exponent.low()).hull(corner(base.low(), exponent.high()));
    Interval high = corner(base.high(), exponent.low()).hull(corner(base.high(), exponent.high()));
    return low.hull(high);
  }

  private static Interval whole(Interval base, double n) {
    if (n < 0) {
      return Interval.point(1).over(whole(base, -n));
    }
    Interval x = n % 2 == 0 ? base.absolute() : base;
    return n < 2 ? n == 0 ? Interval.point(1) : base : corner(x.low(), n).hull(corner(x.high(), n));
  }

  private static Interval corner(double base, double exponent) {
    double power = Binary.POW.apply(base, exponent);
    return Interval.around(power, power, ULPS);
  }
}
