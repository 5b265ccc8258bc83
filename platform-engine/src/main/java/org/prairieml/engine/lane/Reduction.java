package org.prairieml.engine.lane;

import java.math.BigDecimal;

/**
 * An argument as a whole multiple of a period and a rest.
 *
 * <p>The whole number comes from adding a magic number whose last bit is worth 1. The rest is
 * accurate because the period is spelled as a sum of two or three numbers of the format (W. J. Cody
 * and W. Waite, Software Manual for the Elementary Functions, 1980); thanks to the fused product
 * these may be full numbers, and the first step is exact.
 *
 * @param bits has the whole number, plus the bias, as its low bits
 * @param rest what is left of the argument, about half a period at most
 */
record Reduction(Lane bits, Lane rest) {

  static final BigDecimal LN_2 = new BigDecimal("0.6931471805599453094172321214581765680755");
  static final BigDecimal PI = new BigDecimal("3.141592653589793238462643383279502884197169399375");

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  static final BigDecimal TWO_LN_2 = LN_2.multiply(TWO);
  static final BigDecimal HALF_PI = PI.divide(TWO);

  /** Divides by a period of two parts, adding a bias to the bits. */
  static Reduction biased(LaneCode code, Lane x, BigDecimal period, int bias) {
    Lane magic = code.constant(magic(code.format()) + bias);
    Lane shifted = quotientPlus(code, x, period, magic);
    Lane rest = rest(code, x, code.sub(shifted, magic), period, 2);
    return new Reduction(code.toBits(shifted), rest);
  }

  /** The same for x + tail, the tail being no more than what rounding took from x. */
  static Reduction biased(LaneCode code, Lane x, Lane tail, BigDecimal period, int bias) {
    Lane magic = code.constant(magic(code.format()) + bias);
    Lane shifted = quotientPlus(code, x, period, magic);
    Lane whole = code.sub(shifted, magic);
    double[] parts = parts(code.format(), period, 2);
    Lane small = minus(code, tail, whole, parts[1]);
    Lane rest = code.add(minus(code, x, whole, parts[0]), small);
    return new Reduction(code.toBits(shifted), rest);
  }

  /** Divides by a period of three parts; the rest of -0 is -0. */
  static Reduction exact(LaneCode code, Lane x, BigDecimal period) {
    Lane magic = code.constant(magic(code.format()));
    Lane shifted = quotientPlus(code, x, period, magic);
    Lane rest = rest(code, x, code.sub(shifted, magic), period, 3);
    return new Reduction(code.toBits(shifted), rest);
  }

  /** The same for x plus half a period. */
  static Reduction exactHalfAhead(LaneCode code, Lane x, BigDecimal period) {
    Lane half = code.constant(0.5);
    Lane magic = code.constant(magic(code.format()));
    Lane shifted = code.add(quotientPlus(code, x, period, half), magic);
    Lane multiple = code.sub(code.sub(shifted, magic), half);
    return new Reduction(code.toBits(shifted), rest(code, x, multiple, period, 3));
  }

  /** Returns a number in the middle of those whose neighbors are 1 apart. */
  static double magic(NumberFormat format) {
    return Math.scalb(1.5, format.significandBits());
  }

  private static Lane quotientPlus(LaneCode code, Lane x, BigDecimal period, Lane start) {
    return code.fma(x, code.constant(1 / period.doubleValue()), start);
  }

  private static Lane rest(LaneCode code, Lane x, Lane multiple, BigDecimal period, int partCount) {
    Lane rest = x;
    for (double part : parts(code.format(), period, partCount)) {
      rest = minus(code, rest, multiple, part);
    }
    return rest;
  }

  private static Lane minus(LaneCode code, Lane x, Lane multiple, double part) {
    return code.fma(multiple, code.constant(-part), x);
  }

  /** Rounds downwards, so that all parts are positive: then -0 goes through them unharmed. */
  private static double[] parts(NumberFormat format, BigDecimal value, int count) {
    double[] parts = new double[count];
    BigDecimal remainder = value;
    for (int i = 0; i < count; i++) {
      double part = format.round(remainder.doubleValue());
      boolean above = new BigDecimal(part).compareTo(remainder) > 0;
      parts[i] = above ? format.fromBits(format.toBits(part) - 1) : part;
      remainder = remainder.subtract(new BigDecimal(parts[i]));
    }
    return parts;
  }
}
