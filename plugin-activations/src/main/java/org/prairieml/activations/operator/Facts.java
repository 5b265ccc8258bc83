package org.prairieml.activations.operator;

/**
 * What is known of a function of one variable.
 *
 * <p>The three values are what the operator gives in IEEE 754 arithmetic: the limit where it can be
 * computed, and NaN where the composition has {@code inf * 0} or {@code inf / inf} in it.
 *
 * @param domain where it is a number
 * @param range its values there
 * @param parity its symmetry
 * @param monotonicity whether it rises or falls
 * @param atMinusInfinity its value at negative infinity
 * @param atZero its value at 0
 * @param atInfinity its value at infinity
 */
public record Facts(
    Interval domain,
    Interval range,
    Parity parity,
    Monotonicity monotonicity,
    double atMinusInfinity,
    double atZero,
    double atInfinity) {

  /** A symmetry. */
  public enum Parity {
    /** f(-x) = f(x). */
    EVEN,
    /** f(-x) = -f(x). */
    ODD,
    /** Neither even nor odd. */
    NONE
  }

  /** Whether a function rises or falls over the whole of its domain. */
  public enum Monotonicity {
    /** It never falls. */
    INCREASING,
    /** It never rises. */
    DECREASING,
    /** It has one value. */
    CONSTANT,
    /** It rises and falls. */
    NONE
  }
}
