package org.prairieml.activations.interpolation;

import java.util.function.UnaryOperator;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Tensor;

/**
 * A cubic spline, twice continuously differentiable, by the coefficients of its B-splines.
 *
 * <p>Source: de Boor, A Practical Guide to Splines (1978), chapters IV, IX and XII.
 *
 * @param coefficients {@code [n + 2]}
 */
public record CubicSpline(Tensor coefficients) implements Curve {

  /** Returns the natural spline through values: no curvature at the ends. */
  public static CubicSpline natural(double[] values) {
    return new CubicSpline(Tensor.of(NdArray.vector(naturalCoefficients(values))));
  }

  /**
   * Returns the quasi-interpolant of a function, whose coefficients are {@code (-f(i-1) + 8 f(i) -
   * f(i+1)) / 6}: no system of equations is solved, cubics are met exactly, and the error is at
   * most {@code 35/1152 max|f''''|} (Sablonnière: Univariate spline quasi-interpolants and
   * applications to numerical analysis, 2005).
   *
   * @param values the function at -2, -1, ..., n + 1: {@code [n + 4]}
   */
  public static CubicSpline quasiInterpolant(Tensor values) {
    int last = values.shape().dimension(0);
    Tensor outer = values.slice(0, 0, last - 2).add(values.slice(0, 2, last));
    return new CubicSpline(values.slice(0, 1, last - 1).mul(8).sub(outer).div(6));
  }

  @Override
  public Tensor at(Tensor position) {
    int segments = coefficients.shape().dimension(0) - 3;
    Tensor segment = position.floor().min(Tensor.of(segments - 1));
    return blend(index -> coefficients.gather(0, index), segment, position.sub(segment));
  }

  @Override
  public Tensor firstSlope() {
    return slope(0);
  }

  @Override
  public Tensor lastSlope() {
    return slope(coefficients.shape().dimension(0) - 3);
  }

  private Tensor slope(int point) {
    return coefficient(point + 2).sub(coefficient(point)).div(2);
  }

  private Tensor coefficient(int index) {
    return coefficients.gather(0, Tensor.of(index));
  }

  /**
   * Returns a spline's values.
   *
   * @param coefficient gives the coefficients at indices
   * @param segment the segment of every position
   * @param t how far into it the position is, 0 to 1
   */
  public static Tensor blend(UnaryOperator<Tensor> coefficient, Tensor segment, Tensor t) {
    Tensor s = t.rsub(1);
    Tensor first = cube(s);
    Tensor second = t.square().mul(t.mul(3).sub(6)).add(4);
    Tensor third = s.square().mul(s.mul(3).sub(6)).add(4);
    Tensor fourth = cube(t);
    return coefficient
        .apply(segment)
        .mul(first)
        .add(coefficient.apply(segment.add(1)).mul(second))
        .add(coefficient.apply(segment.add(2)).mul(third))
        .add(coefficient.apply(segment.add(3)).mul(fourth))
        .div(6);
  }

  private static Tensor cube(Tensor x) {
    return x.square().mul(x);
  }

  /** Returns the natural spline's coefficients {@code [n + 2]}, by Thomas' algorithm. */
  public static double[] naturalCoefficients(double[] values) {
    int n = values.length;
    double[] c = new double[n + 2];
    c[1] = values[0];
    c[n] = values[n - 1];
    double[] upper = new double[n];
    double[] right = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double known = 6 * values[i] - (i == n - 2 ? c[n] : 0);
      double pivot = 4 - (i == 1 ? 0 : upper[i - 1]);
      upper[i] = 1 / pivot;
      right[i] = (known - (i == 1 ? c[1] : right[i - 1])) / pivot;
    }
    for (int i = n - 2; i >= 1; i--) {
      c[i + 1] = right[i] - (i == n - 2 ? 0 : upper[i] * c[i + 2]);
    }
    c[0] = 2 * c[1] - c[2];
    c[n + 1] = 2 * c[n] - c[n - 1];
    return c;
  }
}
