package org.prairieml.host.activation;

/**
 * All numbers between two ends, which are rounded outwards by every operation: a result has in it
 * whatever the operation gives for exact numbers of its operands.
 *
 * @param low the lower end, possibly negative infinity
 * @param high the upper end, possibly infinity
 */
record Interval(double low, double high) {

  static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  static final Interval ZERO = point(0);
  static final Interval TRUTH = new Interval(0, 1);

  /** An end that is not a number, such as the difference of infinities, is no bound. */
  Interval {
    low = Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low;
    high = Double.isNaN(high) ? Double.POSITIVE_INFINITY : high;
  }

  static Interval point(double value) {
    return new Interval(value, value);
  }

  /** Returns the interval of values that are off by so many units in the last place. */
  static Interval around(double low, double high, int ulps) {
    return new Interval(low - ulps * Math.ulp(low), high + ulps * Math.ulp(high));
  }

  boolean contains(double value) {
    return low <= value && value <= high;
  }

  boolean isPoint() {
    return low == high;
  }

  /** Returns the largest absolute value. */
  double magnitude() {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  /** Returns the least absolute value. */
  double mignitude() {
    return contains(0) ? 0 : Math.min(Math.abs(low), Math.abs(high));
  }

  Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** Returns what both have in them; they must have something. */
  Interval intersect(Interval other) {
    return new Interval(Math.max(low, other.low), Math.min(high, other.high));
  }

  Interval negative() {
    return new Interval(-high, -low);
  }

  Interval absolute() {
    return new Interval(mignitude(), magnitude());
  }

  Interval plus(Interval other) {
    return new Interval(sum(low, other.low), -sum(-high, -other.high));
  }

  Interval minus(Interval other) {
    return plus(other.negative());
  }

  Interval times(Interval other) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double a : new double[] {this.low, this.high}) {
      for (double b : new double[] {other.low, other.high}) {
        low = Math.min(low, product(a, b));
        high = Math.max(high, -product(-a, b));
      }
    }
    return new Interval(low, high);
  }

  Interval squared() {
    Interval size = absolute();
    return new Interval(product(size.low, size.low), -product(-size.high, size.high));
  }

  /** Returns all quotients; all numbers if the divisor may be 0. */
  Interval over(Interval divisor) {
    if (divisor.contains(0)) {
      return ALL;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double a : new double[] {this.low, this.high}) {
      for (double b : new double[] {divisor.low, divisor.high}) {
        low = Math.min(low, quotient(a, b));
        high = Math.max(high, -quotient(-a, b));
      }
    }
    return new Interval(low, high);
  }

  /** Returns the sum or the number below it, unless it is exact. */
  private static double sum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    double lost = (a - (sum - part)) + (b - part);
    return lost == 0 ? sum : Math.nextDown(sum);
  }

  /** An infinite end stands for numbers however large, which 0 makes 0. */
  private static double product(double a, double b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double product = a * b;
    return Math.fma(a, b, -product) == 0 && isLarge(product) ? product : Math.nextDown(product);
  }

  private static double quotient(double a, double b) {
    if (a == 0) {
      return 0;
    }
    double quotient = a / b;
    return Math.fma(quotient, b, -a) == 0 && isLarge(a) ? quotient : Math.nextDown(quotient);
  }

  /** Below it, what a product loses may itself be lost. */
  private static boolean isLarge(double value) {
    return Math.abs(value) > 0x1p-900;
  }
}
