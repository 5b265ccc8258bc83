package org.prairieml.engine.lane;

import org.prairieml.graph.Unary;

/**
 * Lane programs of the circular functions.
 *
 * <p>Sine and cosine are reduced by pi, so that one polynomial is enough. Where the reduction in
 * three parts would lose bits, lanes get the scalar function.
 */
final class TrigonometricLanes {

  /**
   * (sin(r) / r - 1) / r^2 in r^2 on |r| &lt;= 1.02 pi / 2; error of sin(r) 2^-26, 2^-60. Last bits
   * were chosen such that no sine is above 1, and that of pi / 2 is 1.
   */
  private static final Polynomial SINE =
      new Polynomial(
          new float[] {-0.16666657f, 0.008333023f, -0.00019806827f, 2.5995257e-06f},
          new double[] {
            -0.16666666666666666,
            0.008333333333333186,
            -0.0001984126984120449,
            2.755731920993004e-06,
            -2.5052106735225117e-08,
            1.6058931801328774e-10,
            -7.642766342217199e-13,
            2.7186456657252544e-15
          });

  /** (r cot(r) - 1) / r^2 in r^2 on |r| &lt;= 1.02 pi / 4; error of r cot(r) 2^-27. */
  private static final Polynomial COTANGENT =
      new Polynomial(
          new float[] {-0.33333302f, -0.022226907f, -0.0020950644f, -0.00024935507f}, null);

  /** (atan(z) / z - 1) / z^2 in z^2 on [0, 1]; error of atan(z) 2^-28. */
  private static final Polynomial ARC =
      new Polynomial(
          new float[] {
            -0.333333f,
            0.1999853f,
            -0.14264013f,
            0.10950842f,
            -0.08399112f,
            0.057876498f,
            -0.03109042f,
            0.010864193f,
            -0.001781589f
          },
          null);

  private TrigonometricLanes() {}

  /** (-1)^n sin(r) for x = n pi + r. Error: 1.9 ulp in float32, 1.7 in float64. */
  static Lane sin(LaneCode code, Lane x) {
    Lane sine = sine(code, x, Unary.SIN, Reduction.exact(code, x, Reduction.PI));
    // The polynomial makes 0 of -0.
    return code.select(code.equal(x, code.constant(0)), x, sine);
  }

  /** (-1)^n sin(r) for x = (n - 1/2) pi + r. Error: 2.0 ulp in float32, 1.8 in float64. */
  static Lane cos(LaneCode code, Lane x) {
    return sine(code, x, Unary.COS, Reduction.exactHalfAhead(code, x, Reduction.PI));
  }

  private static Lane sine(LaneCode code, Lane x, Unary function, Reduction reduction) {
    Lane rest = reduction.rest();
    Lane square = code.mul(rest, rest);
    Lane sine = code.fma(code.mul(square, rest), SINE.at(code, square), rest);
    return patched(code, Signs.flipWhereOdd(code, sine, reduction.bits()), x, function);
  }

  /**
   * tan(r) or -1 / tan(r) for x = n pi / 2 + r, with tan(r) = r / (r cot(r)). Error: 2.7 ulp in
   * float32.
   */
  static Lane tan(LaneCode code, Lane x) {
    Reduction reduction = Reduction.exact(code, x, Reduction.HALF_PI);
    Lane rest = reduction.rest();
    Lane divisor = COTANGENT.onePlusTimes(code, code.mul(rest, rest));
    Lane odd = odd(code, reduction.bits());
    Lane quotient = code.div(code.select(odd, divisor, rest), code.select(odd, rest, divisor));
    Lane tangent = Signs.flipWhereOdd(code, quotient, reduction.bits());
    return patched(code, tangent, x, Unary.TAN);
  }

  private static Lane odd(LaneCode code, Lane bits) {
    return code.less(Signs.flipWhereOdd(code, code.constant(1), bits), code.constant(0));
  }

  /** Up to the limit the quotient by the period is off by less than the 2 in 100 of the fits. */
  private static Lane patched(LaneCode code, Lane value, Lane x, Unary function) {
    Lane limit = code.constant(Math.scalb(1.0, code.format().significandBits() - 5));
    Lane huge = code.less(limit, code.abs(x));
    return code.patch(value, x, huge, new ScalarFunction(function.label(), 1));
  }

  /** By atan(a) = pi / 2 - atan(1 / a) where a is above 1. Error: 1.8 ulp in float32. */
  static Lane atan(LaneCode code, Lane x) {
    Lane one = code.constant(1);
    Lane a = code.abs(x);
    Lane steep = code.less(one, a);
    Lane z = code.select(steep, code.div(code.constant(-1), a), a);
    Lane offset = code.select(steep, code.constant(Math.PI / 2), code.constant(0));
    Lane square = code.mul(z, z);
    Lane arc = code.fma(code.mul(square, z), ARC.at(code, square), z);
    return Signs.copy(code, code.add(offset, arc), x);
  }
}
