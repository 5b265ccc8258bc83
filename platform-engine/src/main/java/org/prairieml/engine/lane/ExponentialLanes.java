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

  private ExponentialLanes() {}

  /**
   * e^x as {@code significand * root * root}.
   *
   * <p>Reducing by 2 ln 2 instead of ln 2 costs a degree or two of the polynomial and saves the
   * halving of the exponent, without which neither the largest results nor subnormal ones, rounded
   * once, could be made.
   *
   * @param significand between 0.5 and 2
   * @param root a power of 2
   */
  record Scaled(Lane significand, Lane root) {

    /** Returns e^x times a factor. */
    Lane times(LaneCode code, Lane factor) {
      return code.mul(code.mul(code.mul(significand, factor), root), root);
    }

    /** Returns e^x. */
    Lane value(LaneCode code) {
      return code.mul(code.mul(significand, root), root);
    }
  }

  /** Returns e^x for x between {@link #least} and {@link #greatest}. */
  static Scaled scaled(LaneCode code, Lane x) {
    return scaled(code, Reduction.biased(code, x, Reduction.TWO_LN_2, code.format().bias()));
  }

  /** Returns e^(x + tail), the tail being what rounding took from x. */
  static Scaled scaled(LaneCode code, Lane x, Lane tail) {
    return scaled(code, Reduction.biased(code, x, tail, Reduction.TWO_LN_2, code.format().bias()));
  }

  private static Scaled scaled(LaneCode code, Reduction reduction) {
    Lane rest = reduction.rest();
    Lane slope = WIDE.onePlusTimes(code, rest);
    Lane significand = code.fma(slope, rest, code.constant(1));
    Lane root = code.fromBits(code.shiftLeft(reduction.bits(), code.format().significandBits()));
    return new Scaled(significand, root);
  }

  /** Returns an argument whose exponential rounds to 0. */
  static double least(NumberFormat format) {
    return format == NumberFormat.FLOAT32 ? -104.5 : -746;
  }

  /** Returns an argument whose exponential rounds to infinity. */
  static double greatest(NumberFormat format) {
    return format == NumberFormat.FLOAT32 ? 89 : 710;
  }

  static Lane exp(LaneCode code, Lane x) {
    Lane bounded = Signs.atMost(code, x, greatest(code.format()));
    return expOfAtMostThat(code, bounded);
  }

  /** Returns e^-|x|; the same lane for x and -x. */
  static Lane expOfNegative(LaneCode code, Lane x) {
    return expOfAtMostThat(code, Signs.negative(code, x));
  }

  private static Lane expOfAtMostThat(LaneCode code, Lane x) {
    return scaled(code, Signs.atLeast(code, x, least(code.format()))).value(code);
  }

  static Lane expm1(LaneCode code, Lane x) {
    NumberFormat format = code.format();
    Lane bounded = Signs.atMost(code, Signs.atLeast(code, x, -40), greatest(format));
    Lane half = scaledExpm1(code, bounded, -1);
    // Below it the result is x, be it subnormal or -0.
    Lane tiny = code.constant(Math.scalb(1, -format.significandBits() - 2));
    return code.select(code.less(code.abs(x), tiny), x, code.add(half, half));
  }

  /**
   * Returns 2^shift (e^x - 1) as 2^shift (2^k (e^r - 1) + 2^k - 1); small x keep their accuracy.
   *
   * @param x not above {@link #greatest}, and far from making 2^k subnormal
   * @param shift 0, or -1 if x may be near {@link #greatest}
   */
  static Lane scaledExpm1(LaneCode code, Lane x, int shift) {
    NumberFormat format = code.format();
    Reduction reduction = Reduction.biased(code, x, Reduction.LN_2, format.bias() + shift);
    Lane rest = reduction.rest();
    Lane grown = code.fma(code.mul(rest, rest), NARROW.at(code, rest), rest);
    Lane power = code.fromBits(code.shiftLeft(reduction.bits(), format.significandBits()));
    return code.fma(power, grown, code.sub(power, code.constant(Math.scalb(1.0, shift))));
  }
}
