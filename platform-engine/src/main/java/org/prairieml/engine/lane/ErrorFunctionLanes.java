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

  /** (a + K) e^(a^2) erfc(a) in (a - K) / (a + K) for a from 0.75 to 10.2; relative error 2^-25. */
  private static final Polynomial TAIL =
      new Polynomial(
          new float[] {
            0.96475625f,
            -0.5078502f,
            0.07562147f,
            0.047779873f,
            -0.008121698f,
            -0.009607599f,
            -0.0006593986f,
            0.0023004808f
          },
          null);

  /** K. */
  private static final double TAIL_CENTER = 1.5;

  private ErrorFunctionLanes() {}

  /**
   * 1 - e^-g for g = -log(erfc(|x|)), which is smooth, and a multiple of |x| where that is small.
   */
  static Lane erf(LaneCode code, Lane x) {
    Lane a = Signs.atMost(code, code.abs(x), 4);
    Lane minus = code.neg(a);
    Lane exponent = code.fma(EXPONENT.at(code, a), minus, minus);
    Lane erf = code.abs(ExponentialLanes.scaledExpm1(code, exponent, 0));
    return Signs.copy(code, erf, x);
  }

  /** 1 - erf(x) in the middle; e^(-a^2) p(t) / (a + K), or 2 less that, in the tails. */
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
    Lane center = code.constant(TAIL_CENTER);
    Lane inverse = code.div(code.constant(1), code.add(a, center));
    Lane factor = TAIL.at(code, code.mul(code.sub(a, center), inverse));
    return ExponentialLanes.scaled(code, square, lost).times(code, code.mul(factor, inverse));
  }
}
