package org.prairieml.engine.lane;

/** Lane programs of e^x and e^x - 1. */
final class ExponentialLanes {

  /** (e^r - 1 - r) / r^2 on |r| &lt;= ln 2; relative error of e^r 2^-26, 2^-56. */
  private static final Polynomial WIDE =
      new Polynomial(
          new float[] {
            0.50000036f, 0.16666618f, 0.041661233f, 0.00833595f, 0.0014104705f, 0.00019626351f
          },
          new double[] {
            0.4999999999999993,
            0.16666666666666938,
            0.04166666666670223,
            0.008333333333269693,
            0.0013888888883555313,
            0.00019841269892936376,
            2.4801590841773116e-05,
            2.7557300604509713e-06,
            2.7556155318548993e-07,
            2.5055039012601975e-08,
            2.106255602786653e-09,
            1.5935397377567185e-10
          });

  /** The same on |r| &lt;= ln 2 / 2; relative error of e^r - 1 2^-26, 2^-55. */
  private static final Polynomial NARROW =
      new Polynomial(
          new float[] {0.49999997f, 0.16666546f, 0.04166745f, 0.008366262f, 0.0013868987f},
          new double[] {
            0.5000000000000006,
            0.1666666666666664,
            0.04166666666657577,
            0.008333333333365124,
            0.0013888888931592464,
            0.0001984126975946421,
            2.4801505348127702e-05,
            2.7557379395064577e-06,
            2.762599732449029e-07,
            2.5060784174015202e-08
          });

  /** Keeps powers of 2 normal that stand for e^x of one sign of x only. */
  private static final int SHIFT = 64;

  private ExponentialLanes() {}

  /**
   * e^x in factors, of which the last may round, to a subnormal number, or overflow.
   *
   * @param significand between the roots of 1/2 and 2
   * @param power a power of 2
   * @param unit another one, the same for every lane
   */
  record Factors(Lane significand, Lane power, double unit) {

    /** Returns e^x times a power of 2. */
    Lane times(LaneCode code, double factor) {
      return code.mul(code.mul(significand, power), code.constant(unit * factor));
    }

    /** Returns e^x times a factor. */
    Lane times(LaneCode code, Lane factor) {
      return code.mul(code.mul(code.mul(significand, factor), power), code.constant(unit));
    }
  }

  /**
   * 2^2j e^r, multiplied by 2^j twice: subnormal results are rounded once, and the largest ones do
   * not overflow on the way. Making |r| twice as large as need be costs a degree or two, and makes
   * it unnecessary to take the exponent in halves. Error: 1.6 ulp in float32, 1.4 in float64.
   */
  static Lane exp(LaneCode code, Lane x) {
    NumberFormat format = code.format();
    Lane bounded = Signs.atMost(code, Signs.atLeast(code, x, least(format)), greatest(format));
    Reduction reduction = Reduction.biased(code, bounded, Reduction.TWO_LN_2, format.bias());
    Lane root = power(code, reduction);
    return code.mul(code.mul(significand(code, WIDE, reduction.rest()), root), root);
  }

  /** Returns e^-|x|; the same lane for x and -x. */
  static Lane expOfNegative(LaneCode code, Lane x) {
    Lane bounded = Signs.atLeast(code, Signs.negative(code, x), least(code.format()));
    return factors(code, bounded, SHIFT).times(code, 1);
  }

  /** Returns e^x for x from 0 to what gives infinity. */
  static Factors ofPositive(LaneCode code, Lane x) {
    return factors(code, x, -SHIFT);
  }

  /**
   * Returns e^(x + tail) for x from what gives 0 to 0, the tail being what rounding took from x.
   */
  static Factors ofNegative(LaneCode code, Lane x, Lane tail) {
    int bias = code.format().bias() + SHIFT;
    return factors(code, Reduction.biased(code, x, tail, Reduction.LN_2, bias), SHIFT);
  }

  private static Factors factors(LaneCode code, Lane x, int shift) {
    int bias = code.format().bias() + shift;
    return factors(code, Reduction.biased(code, x, Reduction.LN_2, bias), shift);
  }

  private static Factors factors(LaneCode code, Reduction reduction, int shift) {
    Lane significand = significand(code, NARROW, reduction.rest());
    return new Factors(significand, power(code, reduction), Math.scalb(1.0, -shift));
  }

  private static Lane significand(LaneCode code, Polynomial tail, Lane rest) {
    return code.fma(tail.onePlusTimes(code, rest), rest, code.constant(1));
  }

  /** Makes a number of the whole number, whose bias is that of exponents. */
  private static Lane power(LaneCode code, Reduction reduction) {
    return code.fromBits(code.shiftLeft(reduction.bits(), code.format().significandBits()));
  }

  /** Returns an argument whose exponential rounds to 0. */
  private static double least(NumberFormat format) {
    return format == NumberFormat.FLOAT32 ? -104.5 : -746;
  }

  /** Returns an argument whose exponential rounds to infinity. */
  private static double greatest(NumberFormat format) {
    return format == NumberFormat.FLOAT32 ? 89 : 710;
  }

  /** Returns e^(-x^2), given what rounding takes from the square. */
  static Lane gaussian(LaneCode code, Lane x) {
    double bound = Math.sqrt(-least(code.format()));
    Lane a = Signs.atMost(code, code.abs(x), bound);
    Lane minus = code.neg(a);
    Lane square = code.mul(a, minus);
    Lane lost = code.fma(a, minus, code.neg(square));
    return ofNegative(code, square, lost).times(code, 1);
  }

  /** Error: 1.6 ulp in float32, 2.0 in float64. */
  static Lane expm1(LaneCode code, Lane x) {
    NumberFormat format = code.format();
    Lane bounded = Signs.atMost(code, Signs.atLeast(code, x, -40), greatest(format));
    Lane half = scaledExpm1(code, bounded, -1);
    // Below it the result is x, be it subnormal or -0.
    Lane tiny = code.constant(Math.scalb(1.0, -format.significandBits() - 2));
    return code.select(code.less(code.abs(x), tiny), x, code.add(half, half));
  }

  /**
   * Returns 2^shift (e^x - 1) as 2^shift (2^k (e^r - 1) + 2^k - 1); small x keep their accuracy.
   *
   * @param x not so large that 2^(k + shift) overflows, not so small that it is subnormal
   */
  static Lane scaledExpm1(LaneCode code, Lane x, int shift) {
    int bias = code.format().bias() + shift;
    Reduction reduction = Reduction.biased(code, x, Reduction.LN_2, bias);
    Lane rest = reduction.rest();
    Lane grown = code.fma(code.mul(rest, rest), NARROW.at(code, rest), rest);
    Lane power = power(code, reduction);
    return code.fma(power, grown, code.sub(power, code.constant(Math.scalb(1.0, shift))));
  }
}
