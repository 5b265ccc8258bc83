package org.prairieml.engine.lane;

/**
 * Lane programs of e^-a I_0(a) and e^-a I_1(a) for a = |x|.
 *
 * <p>Up to 4 they are polynomials (of order 1, times a), centered so that little cancels; beyond,
 * they are sqrt(1 / a) times a polynomial in 1 / a, in the manner of the asymptotic series
 * (Abramowitz and Stegun 9.7.1). The fits are our own.
 */
final class BesselLanes {

  private static final double SEAM = 4;

  /** Below 2, which keeps the differences exact enough; there the value is nearly a float. */
  private static final double CENTER_0 = 1.953125;

  private static final double CENTER_1 = 1.994140625;

  /** e^-a I_0(a) in a - 1.953125; relative error 2^-27. */
  private static final Polynomial NEAR_0 =
      new Polynomial(
          new float[] {
            0.3129672f,
            -0.09704349f,
            0.041767005f,
            -0.017258063f,
            0.0063458933f,
            -0.0020448386f,
            0.00057926116f,
            -0.00014569015f,
            3.2901862e-05f,
            -6.6400025e-06f,
            1.1849806e-06f,
            -2.1311425e-07f,
            4.2599318e-08f,
            -5.237117e-09f
          },
          null);

  /** sqrt(a) e^-a I_0(a) in 1 / a; relative error 2^-25. */
  private static final Polynomial FAR_0 =
      new Polynomial(
          new float[] {
            0.3989423f,
            0.049861122f,
            0.02868523f,
            0.0070777107f,
            0.39130703f,
            -2.2110136f,
            0.9119334f,
            67.056946f,
            -278.3245f,
            328.9686f
          },
          null);

  /** e^-a I_1(a) / a in a - 1.994140625; relative error 2^-26. */
  private static final Polynomial NEAR_1 =
      new Polynomial(
          new float[] {
            0.10799305f,
            -0.061321363f,
            0.026214765f,
            -0.009378758f,
            0.0028997976f,
            -0.0007884341f,
            0.00019102835f,
            -4.1726766e-05f,
            8.214635e-06f,
            -1.4432546e-06f,
            2.50665e-07f,
            -4.8273737e-08f,
            6.005315e-09f
          },
          null);

  /** sqrt(a) e^-a I_1(a) in 1 / a; relative error 2^-25. */
  private static final Polynomial FAR_1 =
      new Polynomial(
          new float[] {
            0.3989423f,
            -0.14961304f,
            -0.045388732f,
            -0.11499996f,
            1.9766113f,
            -31.864237f,
            296.71414f,
            -1679.8433f,
            5558.258f,
            -9904.854f,
            7396.5107f
          },
          null);

  private BesselLanes() {}

  /** Error: 3.3 ulp in float32. */
  static Lane order0(LaneCode code, Lane x) {
    Lane a = code.abs(x);
    return joined(code, a, near(code, a, CENTER_0, NEAR_0), FAR_0);
  }

  /** Error: 3.3 ulp in float32. */
  static Lane order1(LaneCode code, Lane x) {
    Lane a = code.abs(x);
    Lane magnitude = joined(code, a, code.mul(near(code, a, CENTER_1, NEAR_1), a), FAR_1);
    return code.select(code.less(x, code.constant(0)), code.neg(magnitude), magnitude);
  }

  private static Lane near(LaneCode code, Lane a, double center, Polynomial polynomial) {
    return polynomial.at(code, code.sub(a, code.constant(center)));
  }

  private static Lane joined(LaneCode code, Lane a, Lane near, Polynomial polynomial) {
    Lane inverse = code.div(code.constant(1), a);
    Lane far = code.mul(polynomial.at(code, inverse), code.sqrt(inverse));
    return code.select(code.less(code.constant(SEAM), a), far, near);
  }
}
