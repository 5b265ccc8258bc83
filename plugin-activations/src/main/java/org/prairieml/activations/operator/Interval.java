package org.prairieml.activations.operator;

/**
 * A set of real numbers between two ends.
 *
 * @param low the lower end, possibly negative infinity
 * @param lowClosed whether the lower end belongs to it
 * @param high the upper end, possibly infinity
 * @param highClosed whether the upper end belongs to it
 */
public record Interval(double low, boolean lowClosed, double high, boolean highClosed) {

  /** All real numbers. */
  public static final Interval REALS = open(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Returns the interval without its ends. */
  public static Interval open(double low, double high) {
    return new Interval(low, false, high, false);
  }

  /** Returns the interval with its ends. */
  public static Interval closed(double low, double high) {
    return new Interval(low, true, high, true);
  }

  /** Returns the numbers from {@code low} on. */
  public static Interval from(double low) {
    return new Interval(low, true, Double.POSITIVE_INFINITY, false);
  }

  /** Returns the numbers up to {@code high}. */
  public static Interval upTo(double high) {
    return new Interval(Double.NEGATIVE_INFINITY, false, high, true);
  }

  /** Returns the numbers above {@code low}. */
  public static Interval above(double low) {
    return open(low, Double.POSITIVE_INFINITY);
  }

  /** Returns whether a finite number lies in it or at one of its ends, to which it may round. */
  public boolean closureContains(double value) {
    return value >= low && value <= high;
  }

  /** Returns the usual notation: {@code [0, inf)}. */
  @Override
  public String toString() {
    return (lowClosed ? "[" : "(") + end(low) + ", " + end(high) + (highClosed ? "]" : ")");
  }

  private static String end(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
