package org.prairieml.activations.expression;

/** Numbers as formulas have them: the shortest text that reads back to the same bits. */
final class NumberText {

  /** Whole numbers below it are written without exponent. */
  private static final double LARGEST_PLAIN = 1e15;

  private NumberText() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    boolean plain = value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN;
    if (plain && (value != 0 || 1 / value > 0)) {
      return Long.toString((long) value);
    }
    return Double.toString(value).replace("E", "e").replace(".0e", "e");
  }
}
