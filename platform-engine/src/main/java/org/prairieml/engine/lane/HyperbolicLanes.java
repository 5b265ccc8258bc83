package org.prairieml.engine.lane;

/** Lane programs of the hyperbolic functions. */
final class HyperbolicLanes {

  /** (sinh(x) / x - 1) / x^2 in x^2 on [0, 1]; error of sinh(x) 2^-31. */
  private static final Polynomial SINE =
      new Polynomial(
          new float[] {0.16666667f, 0.0083333105f, 0.00019842897f, 2.7821932e-06f}, null);

  /** (asinh(x) / x - 1) / x^2 in x^2 on [0, 1]; error of asinh(x) 2^-28. */
  private static final Polynomial AREA_SINE =
      new Polynomial(
          new float[] {
            -0.1666663f,
            0.074987166f,
            -0.04448799f,
            0.029456906f,
            -0.01918373f,
            0.010433183f,
            -0.0038400937f,
            0.00067444943f
          },
          null);

  /** Beyond it x^2 + 1 is x^2, which does not overflow yet. */
  private static final double LARGE = 0x1p60;

  private HyperbolicLanes() {}

  /**
   * h / (h + 1) for h = (e^2|x| - 1) / 2: no cancellation, and never above 1. Error: 2.6 ulp in
   * float32, 2.4 in float64.
   */
  static Lane tanh(LaneCode code, Lane x) {
    Lane a = Signs.atMost(code, code.abs(x), code.format() == NumberFormat.FLOAT32 ? 10 : 20);
    Lane h = ExponentialLanes.scaledExpm1(code, code.add(a, a), -1);
    return Signs.copy(code, code.div(h, code.add(h, code.constant(1))), x);
  }

  /** E + 1 / 4E for E = e^|x| / 2. Error: 1.4 ulp in float32. */
  static Lane cosh(LaneCode code, Lane x) {
    Lane half = halfExp(code, x);
    return code.add(half, code.div(code.constant(0.25), half));
  }

  /** E - 1 / 4E for E = e^|x| / 2, but a polynomial up to 1. Error: 1.6 ulp in float32. */
  static Lane sinh(LaneCode code, Lane x) {
    Lane a = code.abs(x);
    Lane half = halfExp(code, x);
    Lane far = code.sub(half, code.div(code.constant(0.25), half));
    Lane square = code.mul(x, x);
    Lane near = code.fma(code.mul(square, a), SINE.at(code, square), a);
    return Signs.copy(code, code.select(code.less(a, code.constant(1)), near, far), x);
  }

  private static Lane halfExp(LaneCode code, Lane x) {
    Lane bounded = Signs.atMost(code, code.abs(x), 90);
    return ExponentialLanes.ofPositive(code, bounded).times(code, 0.5);
  }

  /** log(|x| + sqrt(x^2 + 1)), but a polynomial up to 1. Error: 2.3 ulp in float32. */
  static Lane asinh(LaneCode code, Lane x) {
    Lane a = code.abs(x);
    Lane square = code.mul(x, x);
    Lane near = code.fma(code.mul(square, a), AREA_SINE.at(code, square), a);
    Lane one = code.constant(1);
    Lane large = code.less(code.constant(LARGE), a);
    Lane sum = code.select(large, a, code.add(a, code.sqrt(code.add(square, one))));
    Lane log = LogarithmLanes.logOfNormal(code, sum, large);
    Lane finite = code.less(a, code.constant(Double.POSITIVE_INFINITY));
    Lane far = code.select(finite, log, a);
    return Signs.copy(code, code.select(code.less(a, one), near, far), x);
  }
}
