package org.prairieml.engine.lane;

/**
 * Lane programs of log(x) and log(1 + x), as log(2^k m) = k ln 2 + log(m) with m between the roots
 * of 1/2 and 2.
 */
final class LogarithmLanes {

  /** (log(1 + f) - f) / f^2 for 1 + f = m; relative error of log(m) 2^-27, 2^-59. */
  private static final Polynomial TAIL =
      new Polynomial(
          new float[] {
            -0.49999988f,
            0.33333325f,
            -0.2500161f,
            0.20002005f,
            -0.16608424f,
            0.14180882f,
            -0.13247873f,
            0.12912488f,
            -0.07619083f
          },
          new double[] {
            -0.5,
            0.33333333333333454,
            -0.2499999999999895,
            0.1999999999994592,
            -0.16666666666908397,
            0.14285714293852908,
            -0.1249999998250711,
            0.11111110515990083,
            -0.10000000361909046,
            0.09090933486895914,
            -0.08333346309880546,
            0.07691715347228585,
            -0.07141991600505952,
            0.06675129503194165,
            -0.06269875605144976,
            0.058179990621478626,
            -0.05326473936127067,
            0.054146286432126524,
            -0.06275031559980965,
            0.05700253072734348,
            -0.024305136605700876
          });

  private LogarithmLanes() {}

  /** Error: 1.0 ulp in float32, 1.3 in float64. */
  static Lane log(LaneCode code, Lane x) {
    NumberFormat format = code.format();
    int scale = format.significandBits();
    Lane subnormal = code.less(x, code.constant(Math.scalb(1.0, 1 - format.bias())));
    Lane scaled = code.mul(x, code.constant(Math.scalb(1.0, scale)));
    Lane normal = code.select(subnormal, scaled, x);
    Lane exponent = exponent(code, normal);
    double magic = Reduction.magic(format);
    Lane zero = code.select(subnormal, code.constant(magic + scale), code.constant(magic));
    Lane regular = sum(code, number(code, exponent, zero), fraction(code, normal, exponent));
    return withLimits(code, x, regular);
  }

  /**
   * The fraction is made of x itself, so what 1 + x rounds away is not lost. Error: 1.5 ulp in
   * float32, 1.7 in float64.
   */
  static Lane log1p(LaneCode code, Lane x) {
    NumberFormat format = code.format();
    Lane one = code.constant(1);
    Lane sum = code.add(one, x);
    Lane exponent = exponent(code, sum);
    // Four times 2^-k, as 2^-k itself may be subnormal.
    Lane shift = code.shiftLeft(exponent, format.significandBits());
    Lane inverse = code.fromBits(code.bitsSub(code.bits(format.toBits(4)), shift));
    Lane quarter = code.constant(0.25);
    Lane power = code.fma(inverse, quarter, code.constant(-1));
    Lane fraction = code.fma(code.mul(x, quarter), inverse, power);
    Lane zero = code.constant(Reduction.magic(format));
    Lane regular = withLimits(code, sum, sum(code, number(code, exponent, zero), fraction));
    // Below it the result is x, be it subnormal or -0.
    Lane tiny = code.constant(Math.scalb(1.0, -format.significandBits() - 2));
    return code.select(code.less(code.abs(x), tiny), x, regular);
  }

  /**
   * Returns the logarithm of x or of 2x, x being positive and normal; infinity and NaN get some
   * number.
   *
   * @param doubled where to take 2x
   */
  static Lane logOfNormal(LaneCode code, Lane x, Lane doubled) {
    double magic = Reduction.magic(code.format());
    Lane exponent = exponent(code, x);
    Lane zero = code.select(doubled, code.constant(magic - 1), code.constant(magic));
    return sum(code, number(code, exponent, zero), fraction(code, x, exponent));
  }

  /** Returns k as bits. */
  private static Lane exponent(LaneCode code, Lane x) {
    NumberFormat format = code.format();
    Lane root = code.bits(format.toBits(Math.sqrt(0.5)));
    return code.shiftRight(code.bitsSub(code.toBits(x), root), format.significandBits());
  }

  /** Returns m - 1. */
  private static Lane fraction(LaneCode code, Lane x, Lane exponent) {
    Lane shift = code.shiftLeft(exponent, code.format().significandBits());
    Lane m = code.fromBits(code.bitsSub(code.toBits(x), shift));
    return code.sub(m, code.constant(1));
  }

  /** Returns k as a number, less what the magic number is too large. */
  private static Lane number(LaneCode code, Lane exponent, Lane zero) {
    Lane magic = code.bits(code.format().toBits(Reduction.magic(code.format())));
    return code.sub(code.fromBits(code.bitsAdd(exponent, magic)), zero);
  }

  private static Lane sum(LaneCode code, Lane exponent, Lane f) {
    Lane log = code.fma(code.mul(f, f), TAIL.at(code, f), f);
    return code.fma(exponent, code.constant(Reduction.LN_2.doubleValue()), log);
  }

  /** Puts in the logarithms of 0, infinity, negative numbers and NaN. */
  private static Lane withLimits(LaneCode code, Lane x, Lane log) {
    Lane zero = code.constant(0);
    Lane infinity = code.constant(Double.POSITIVE_INFINITY);
    Lane pole = code.constant(Double.NEGATIVE_INFINITY);
    Lane outside = code.select(code.equal(x, zero), pole, code.constant(Double.NaN));
    Lane upper = code.select(code.equal(x, infinity), infinity, log);
    return code.select(code.less(zero, x), upper, outside);
  }
}
