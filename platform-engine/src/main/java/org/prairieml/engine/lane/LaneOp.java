package org.prairieml.engine.lane;

import org.prairieml.engine.lane.Lane.Kind;

/** The instructions that every vector machine has, and the call of a scalar function. */
public enum LaneOp {
  /** A value from outside; the payload is its position. */
  INPUT(Kind.REAL),
  /** The payload, rounded to the format. */
  CONSTANT(Kind.REAL),
  ADD(Kind.REAL),
  SUB(Kind.REAL),
  MUL(Kind.REAL),
  DIV(Kind.REAL),
  /** First times second plus third, rounded once. */
  FMA(Kind.REAL),
  NEG(Kind.REAL),
  ABS(Kind.REAL),
  SQRT(Kind.REAL),
  /** As {@link Math#min(double, double)}: NaN where an operand is, -0 below 0. */
  MIN(Kind.REAL),
  /** As {@link Math#max(double, double)}: NaN where an operand is, -0 below 0. */
  MAX(Kind.REAL),
  /** The second operand where the first, a test, holds, else the third. */
  SELECT(Kind.REAL),
  /** The number that has the operand's bits. */
  FROM_BITS(Kind.REAL),
  /**
   * A scalar function of one or two operands, called for every lane; slow. The payload is a {@link
   * ScalarFunction}.
   */
  SCALAR(Kind.REAL),
  /**
   * The first operand, but where the third, a test, holds, the scalar function of the second.
   * Nothing is called where the test holds nowhere. The payload is a {@link ScalarFunction}.
   */
  PATCH(Kind.REAL),
  /**
   * The element of a table at the operand, cut to a whole number and moved to the nearest that the
   * table has; the first for a NaN. The payload is a {@link LookUp}.
   */
  LOOK_UP(Kind.REAL),

  LESS(Kind.TEST),
  LESS_OR_EQUAL(Kind.TEST),
  EQUAL(Kind.TEST),
  AND(Kind.TEST),
  OR(Kind.TEST),
  NOT(Kind.TEST),

  /** The operand's bits as a two's complement number of the same width. */
  TO_BITS(Kind.BITS),
  /** The payload, a long, cut to the format's width. */
  BITS_CONSTANT(Kind.BITS),
  BITS_ADD(Kind.BITS),
  BITS_SUB(Kind.BITS),
  BITS_AND(Kind.BITS),
  BITS_OR(Kind.BITS),
  /** The payload is the distance. */
  SHIFT_LEFT(Kind.BITS),
  /** With copies of the sign; the payload is the distance. */
  SHIFT_RIGHT(Kind.BITS);

  private final Kind kind;

  LaneOp(Kind kind) {
    this.kind = kind;
  }

  /** Returns what the instruction makes. */
  public Kind kind() {
    return kind;
  }
}
