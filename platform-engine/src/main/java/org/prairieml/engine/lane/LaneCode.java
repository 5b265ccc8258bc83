package org.prairieml.engine.lane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the instructions of a lane program in a format; equal instructions are made once.
 *
 * <p>Only operations whose result IEEE 754 fixes to the bit are offered, so a program gives the
 * same bits whether it is interpreted, compiled or run on another vector width.
 */
public final class LaneCode {

  private final NumberFormat format;
  private final List<LaneInstruction> instructions = new ArrayList<>();
  private final Map<LaneInstruction, Lane> known = new HashMap<>();

  /** Creates an empty program. */
  public LaneCode(NumberFormat format) {
    this.format = format;
  }

  /** Returns the format of the numbers. */
  public NumberFormat format() {
    return format;
  }

  /** Returns the instructions so far, operands before users. */
  public List<LaneInstruction> instructions() {
    return Collections.unmodifiableList(instructions);
  }

  private Lane emit(LaneOp op, Object payload, Lane... operands) {
    LaneInstruction instruction = new LaneInstruction(op, List.of(operands), payload);
    return known.computeIfAbsent(instruction, this::append);
  }

  private Lane append(LaneInstruction instruction) {
    instructions.add(instruction);
    return new Lane(instructions.size() - 1, instruction.op().kind());
  }

  /** Returns the value from outside at a position. */
  public Lane input(int position) {
    return emit(LaneOp.INPUT, position);
  }

  /** Returns a constant, rounded to the format; NaN, infinities and -0 are kept. */
  public Lane constant(double value) {
    // Boxed doubles compare by their bits: 0 and -0 stay apart, NaN equals itself.
    return emit(LaneOp.CONSTANT, format.round(value));
  }

  /** Returns a + b. */
  public Lane add(Lane a, Lane b) {
    return emit(LaneOp.ADD, null, a, b);
  }

  /** Returns a - b. */
  public Lane sub(Lane a, Lane b) {
    return emit(LaneOp.SUB, null, a, b);
  }

  /** Returns a * b. */
  public Lane mul(Lane a, Lane b) {
    return emit(LaneOp.MUL, null, a, b);
  }

  /** Returns a / b. */
  public Lane div(Lane a, Lane b) {
    return emit(LaneOp.DIV, null, a, b);
  }

  /** Returns a * b + c, rounded once. */
  public Lane fma(Lane a, Lane b, Lane c) {
    return emit(LaneOp.FMA, null, a, b, c);
  }

  /** Returns -a. */
  public Lane neg(Lane a) {
    return emit(LaneOp.NEG, null, a);
  }

  /** Returns |a|. */
  public Lane abs(Lane a) {
    return emit(LaneOp.ABS, null, a);
  }

  /** Returns the square root, correctly rounded. */
  public Lane sqrt(Lane a) {
    return emit(LaneOp.SQRT, null, a);
  }

  /** Returns the smaller one; NaN where an operand is. */
  public Lane min(Lane a, Lane b) {
    return emit(LaneOp.MIN, null, a, b);
  }

  /** Returns the larger one; NaN where an operand is. */
  public Lane max(Lane a, Lane b) {
    return emit(LaneOp.MAX, null, a, b);
  }

  /** Returns whether a &lt; b; false where an operand is NaN. */
  public Lane less(Lane a, Lane b) {
    return emit(LaneOp.LESS, null, a, b);
  }

  /** Returns whether a &lt;= b; false where an operand is NaN. */
  public Lane lessOrEqual(Lane a, Lane b) {
    return emit(LaneOp.LESS_OR_EQUAL, null, a, b);
  }

  /** Returns whether a = b; false where an operand is NaN. */
  public Lane equal(Lane a, Lane b) {
    return emit(LaneOp.EQUAL, null, a, b);
  }

  /** Returns whether both tests hold. */
  public Lane and(Lane a, Lane b) {
    return emit(LaneOp.AND, null, a, b);
  }

  /** Returns whether one of the tests holds. */
  public Lane or(Lane a, Lane b) {
    return emit(LaneOp.OR, null, a, b);
  }

  /** Returns whether the test does not hold. */
  public Lane not(Lane a) {
    return emit(LaneOp.NOT, null, a);
  }

  /** Returns {@code a} where the test holds, else {@code b}. */
  public Lane select(Lane test, Lane a, Lane b) {
    return emit(LaneOp.SELECT, null, test, a, b);
  }

  /** Returns the bits of a number. */
  public Lane toBits(Lane a) {
    return emit(LaneOp.TO_BITS, null, a);
  }

  /** Returns the number that has these bits. */
  public Lane fromBits(Lane bits) {
    return emit(LaneOp.FROM_BITS, null, bits);
  }

  /** Returns a constant bit pattern. */
  public Lane bits(long pattern) {
    return emit(LaneOp.BITS_CONSTANT, pattern);
  }

  /** Returns the sum of two bit patterns as two's complement numbers. */
  public Lane bitsAdd(Lane a, Lane b) {
    return emit(LaneOp.BITS_ADD, null, a, b);
  }

  /** Returns the difference of two bit patterns as two's complement numbers. */
  public Lane bitsSub(Lane a, Lane b) {
    return emit(LaneOp.BITS_SUB, null, a, b);
  }

  /** Returns the bits set in both. */
  public Lane bitsAnd(Lane a, Lane b) {
    return emit(LaneOp.BITS_AND, null, a, b);
  }

  /** Returns the bits set in one of them. */
  public Lane bitsOr(Lane a, Lane b) {
    return emit(LaneOp.BITS_OR, null, a, b);
  }

  /** Returns the bits moved towards the sign. */
  public Lane shiftLeft(Lane a, int distance) {
    return emit(LaneOp.SHIFT_LEFT, distance, a);
  }

  /** Returns the bits moved away from the sign, which is repeated. */
  public Lane shiftRight(Lane a, int distance) {
    return emit(LaneOp.SHIFT_RIGHT, distance, a);
  }

  /** Returns a scalar function of every lane. */
  public Lane scalar(ScalarFunction function, Lane... arguments) {
    return emit(LaneOp.SCALAR, function, arguments);
  }

  /** Returns the elements of a table at indices. */
  public Lane lookUp(LookUp table, Lane index) {
    return emit(LaneOp.LOOK_UP, table, index);
  }

  /** Returns {@code value}, but the scalar function of {@code argument} where the test holds. */
  public Lane patch(Lane value, Lane argument, Lane test, ScalarFunction function) {
    return emit(LaneOp.PATCH, function, value, argument, test);
  }
}
