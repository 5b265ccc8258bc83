package org.prairieml.engine.lane;

import org.prairieml.graph.Binary;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Unary;

/**
 * The functions that {@link ScalarFunction} names: what the graph means by them, in float64. They
 * are those for which no lane program is worth its while.
 *
 * <p>Public and static for generated code, which calls them by name.
 */
public final class ScalarFunctions {

  private ScalarFunctions() {}

  /** Returns the sine. */
  public static double sin(double x) {
    return Unary.SIN.apply(x);
  }

  /** Returns the cosine. */
  public static double cos(double x) {
    return Unary.COS.apply(x);
  }

  /** Returns the tangent. */
  public static double tan(double x) {
    return Unary.TAN.apply(x);
  }

  /** Returns the hyperbolic sine. */
  public static double sinh(double x) {
    return Unary.SINH.apply(x);
  }

  /** Returns the hyperbolic cosine. */
  public static double cosh(double x) {
    return Unary.COSH.apply(x);
  }

  /** Returns the inverse hyperbolic sine. */
  public static double asinh(double x) {
    return Unary.ASINH.apply(x);
  }

  /** Returns the inverse tangent. */
  public static double atan(double x) {
    return Unary.ATAN.apply(x);
  }

  /** Returns the error function. */
  public static double erf(double x) {
    return Unary.ERF.apply(x);
  }

  /** Returns the complementary error function. */
  public static double erfc(double x) {
    return Unary.ERFC.apply(x);
  }

  /** Returns e^-|x| I_n(x), n being the order. */
  public static double scaledBessel(double order, double x) {
    double[] result = new double[1];
    new ScaledBessel((int) order).evaluate(null, new double[][] {{x}}, result);
    return result[0];
  }

  /** Returns the base raised to the exponent. */
  public static double pow(double base, double exponent) {
    return Binary.POW.apply(base, exponent);
  }
}
