package org.prairieml.engine.lane;

/** Lane programs of the error function and its complement. */
final class ErrorFunctionLanes {

  /** -log(erfc(a)) / a - 1 on [0, 4]; relative error of erf(a) 2^-27. */
  private static final Polynomial EXPONENT =
      new Polynomial(
          new float[] {
            0.12837917f,
            0.63661957f,
            0.102776304f,
            -0.019147824f,
            -0.00016948718f,
            0.0016756338f,
            -0.0006373197f,
            0.0001188416f,
            -9.384749e-06f
          },
          null);

  /** erf(x) / x in x^2 on [0, 0.75]; relative error of erfc(x) 2^-27. */
  private static final Polynomial CENTER =
      new Polynomial(
          new float[] {
            1.1283791f, -0.37612432f, 0.11281644f, -0.026767429f, 0.0049988814f, -0.0006022229f
          },
          null);

  /** (a + 1) e^(a^2) erfc(a) in (a - 1) / (a + 1) for a from 0.75 to 10.2; relative error 2^-28. */
  private static final Polynomial TAIL =
      new Polynomial(
          new float[] {
            0.85516715f,
            -0.23768087f,
            -0.09555646f,
            0.013901317f,
            0.025436293f,
            0.009709176f,
            -0.003076008f,
            0.0022180981f,
            -0.0110237235f,
            0.0050954493f
          },
          null);

  private ErrorFunctionLanes() {}

  /**
   * 1 - e^-g for g = -log(erfc(|x|)), which is smooth, and near 0 a multiple of |x|. Error: 1.8 ulp
   * in float32.
   */
  static Lane erf(LaneCode code, Lane x) {
    Lane a = Signs.atMost(code, code.abs(x), 4);
    Lane minus = code.neg(a);
    Lane exponent = code.fma(EXPONENT.at(code, a), minus, minus);
    Lane erf = code.abs(ExponentialLanes.scaledExpm1(code, exponent, 0));
    return Signs.copy(code, erf, x);
  }

  /**
   * 1 - erf(x) in the middle; in the tails, with t = (a - 1) / (a + 1), e^(-a^2) p(t) / (a + 1) or
   * 2 less that. Error: 3.7 ulp in float32.
   */
  static Lane erfc(LaneCode code, Lane x) {
    Lane a = Signs.atMost(code, code.abs(x), 10.2);
    Lane upper = tail(code, a);
    Lane zero = code.constant(0);
    Lane tail = code.select(code.less(x, zero), code.sub(code.constant(2), upper), upper);
    Lane erf = CENTER.at(code, code.mul(x, x));
    Lane center = code.fma(code.neg(x), erf, code.constant(1));
    return code.select(code.less(a, code.constant(0.75)), center, tail);
  }

  /** The exponential gets what rounding has taken from the square. */
  private static Lane tail(LaneCode code, Lane a) {
    Lane minus = code.neg(a);
    Lane square = code.mul(a, minus);
    Lane lost = code.fma(a, minus, code.neg(square));
    Lane one = code.constant(1);
    Lane inverse = code.div(one, code.add(a, one));
    Lane factor = TAIL.at(code, code.mul(code.sub(a, one), inverse));
    return ExponentialLanes.ofNegative(code, square, lost).times(code, code.mul(factor, inverse));
  }
}
