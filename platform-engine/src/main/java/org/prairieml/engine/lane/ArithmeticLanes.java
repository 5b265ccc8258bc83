package org.prairieml.engine.lane;

/** Lane programs of the functions that need no approximation; their results are exact. */
final class ArithmeticLanes {

  private ArithmeticLanes() {}

  /** Keeps zeros and NaN. */
  static Lane sign(LaneCode code, Lane x) {
    Lane zero = code.constant(0);
    Lane nonNegative = code.select(code.less(zero, x), code.constant(1), x);
    return code.select(code.less(x, zero), code.constant(-1), nonNegative);
  }

  /**
   * The nearest whole number, less 1 if that is above. It comes from adding to the magnitude, and
   * taking away, the number from which on all are whole; those are their own floor, as NaN is.
   */
  static Lane floor(LaneCode code, Lane x) {
    Lane whole = code.constant(Math.scalb(1.0, code.format().significandBits()));
    Lane a = code.abs(x);
    Lane nearest = Signs.copy(code, code.sub(code.add(a, whole), whole), x);
    Lane below = code.sub(nearest, code.constant(1));
    Lane floor = code.select(code.less(x, nearest), below, nearest);
    return code.select(code.less(a, whole), floor, x);
  }

  /** The quotient, but 0 where the divisor is 0. */
  static Lane divNoNan(LaneCode code, Lane a, Lane b) {
    Lane zero = code.constant(0);
    return code.select(code.equal(b, zero), zero, code.div(a, b));
  }

  /** 1 where the test holds, else 0. */
  static Lane indicator(LaneCode code, Lane test) {
    return code.select(test, code.constant(1), code.constant(0));
  }

  /** The first value where the condition is not 0, be it NaN, else the second. */
  static Lane choose(LaneCode code, Lane condition, Lane a, Lane b) {
    LaneInstruction maker = code.instructions().get(condition.index());
    if (isIndicator(code, maker)) {
      return code.select(maker.operands().getFirst(), a, b);
    }
    return code.select(code.equal(condition, code.constant(0)), b, a);
  }

  private static boolean isIndicator(LaneCode code, LaneInstruction maker) {
    return maker.op() == LaneOp.SELECT
        && isConstant(code, maker.operands().get(1), 1)
        && isConstant(code, maker.operands().get(2), 0);
  }

  private static boolean isConstant(LaneCode code, Lane lane, double value) {
    LaneInstruction maker = code.instructions().get(lane.index());
    return maker.op() == LaneOp.CONSTANT && maker.payload().equals(value);
  }
}
