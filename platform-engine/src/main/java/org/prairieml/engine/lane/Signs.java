package org.prairieml.engine.lane;

/** Signs and bounds, in one to three instructions each. */
final class Signs {

  private Signs() {}

  /** Returns the number that x is the negative of, or null. */
  static Lane negated(LaneCode code, Lane x) {
    LaneInstruction maker = code.instructions().get(x.index());
    return maker.op() == LaneOp.NEG ? maker.operands().getFirst() : null;
  }

  /** Returns -|x|; the same lane for x and -x. */
  static Lane negative(LaneCode code, Lane x) {
    Lane negated = negated(code, x);
    Lane bits = code.toBits(negated == null ? x : negated);
    return code.fromBits(code.bitsOr(bits, signBit(code)));
  }

  /** Returns a magnitude with the sign of another number. */
  static Lane copy(LaneCode code, Lane magnitude, Lane sign) {
    Lane bit = code.bitsAnd(code.toBits(sign), signBit(code));
    return code.fromBits(code.bitsOr(code.toBits(magnitude), bit));
  }

  /** Returns x, or -x where the last of the bits is set. */
  static Lane flipWhereOdd(LaneCode code, Lane x, Lane bits) {
    // The carry out of the sign is lost, so this sum is an exclusive or.
    Lane sign = code.shiftLeft(bits, code.format().bits() - 1);
    return code.fromBits(code.bitsAdd(code.toBits(x), sign));
  }

  /** Returns x, but at least the bound; NaN stays. Cheaper than the exact maximum. */
  static Lane atLeast(LaneCode code, Lane x, double bound) {
    Lane least = code.constant(bound);
    return code.select(code.less(x, least), least, x);
  }

  /** Returns x, but at most the bound; NaN stays. */
  static Lane atMost(LaneCode code, Lane x, double bound) {
    Lane most = code.constant(bound);
    return code.select(code.less(most, x), most, x);
  }

  private static Lane signBit(LaneCode code) {
    return code.bits(-1L << (code.format().bits() - 1));
  }
}
