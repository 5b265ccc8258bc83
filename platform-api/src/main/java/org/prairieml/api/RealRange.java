package org.prairieml.api;

/**
 * An interval of finite real numbers.
 *
 * @param least the lower end
 * @param most the upper end
 * @param open whether the lower end itself is left out
 */
public record RealRange(double least, double most, boolean open) {

  /** Every finite number. */
  public static final RealRange ANY =
      new RealRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  /** Every finite number above 0. */
  public static final RealRange POSITIVE = new RealRange(0, Double.POSITIVE_INFINITY, true);

  /** 0 and every finite number above it. */
  public static final RealRange NOT_NEGATIVE = new RealRange(0, Double.POSITIVE_INFINITY, false);

  /** 0 to 1, both included. */
  public static final RealRange UNIT = between(0, 1);

  /** Returns a closed interval. */
  public static RealRange between(double least, double most) {
    return new RealRange(least, most, false);
  }

  /** Returns whether a number is finite and within. */
  public boolean contains(double value) {
    return Double.isFinite(value) && (open ? value > least : value >= least) && value <= most;
  }

  /** Returns the interval in words: "a number above 0". */
  public String description() {
    if (equals(ANY)) {
      return "a number";
    }
    if (most == Double.POSITIVE_INFINITY) {
      return "a number %s %s".formatted(open ? "above" : "of at least", OptionTypes.brief(least));
    }
    if (least == Double.NEGATIVE_INFINITY) {
      return "a number of at most " + OptionTypes.brief(most);
    }
    return (open ? "a number above %s, at most %s" : "a number from %s to %s")
        .formatted(OptionTypes.brief(least), OptionTypes.brief(most));
  }
}
