package org.prairieml.activations.interpolation;

import java.util.Arrays;
import org.prairieml.graph.Tensor;

/**
 * The polynomial of least squares through values, as a sum of polynomials that are orthogonal on
 * the points (Forsythe: Generation and use of orthogonal polynomials for data-fitting, 1957).
 *
 * <p>With u from -1 to 1: {@code p0 = 1, p1 = u, p(k+1) = u p(k) - b(k) p(k-1)}.
 */
public final class FittedPolynomial implements Curve {

  private final int last;
  private final double[] weights;
  private final double[] recurrence;

  /**
   * Fits values.
   *
   * @param values at least 2
   * @param degree the degree, below the number of values; larger ones are lowered to it
   */
  public FittedPolynomial(double[] values, int degree) {
    this.last = values.length - 1;
    int terms = Math.min(degree, last) + 1;
    this.weights = new double[terms];
    this.recurrence = new double[terms];
    fit(values);
  }

  private void fit(double[] values) {
    double[] before = new double[values.length];
    double[] basis = new double[values.length];
    Arrays.fill(basis, 1);
    double normBefore = 1;
    for (int k = 0; k < weights.length; k++) {
      double norm = dot(basis, basis);
      weights[k] = dot(values, basis) / norm;
      recurrence[k] = k == 0 ? 0 : norm / normBefore;
      double[] next = new double[values.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = (2.0 * i / last - 1) * basis[i] - recurrence[k] * before[i];
      }
      before = basis;
      basis = next;
      normBefore = norm;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public Tensor at(Tensor position) {
    Tensor u = position.mul(2.0 / last).sub(1);
    Tensor before = u.mul(0);
    Tensor basis = before.add(1);
    Tensor sum = before;
    for (int k = 0; k < weights.length; k++) {
      sum = sum.add(basis.mul(weights[k]));
      Tensor next = u.mul(basis).sub(before.mul(recurrence[k]));
      before = basis;
      basis = next;
    }
    return sum;
  }

  @Override
  public Tensor firstSlope() {
    return Tensor.of(slope(-1));
  }

  @Override
  public Tensor lastSlope() {
    return Tensor.of(slope(1));
  }

  private double slope(double u) {
    double before = 0;
    double basis = 1;
    double slopeBefore = 0;
    double slope = 0;
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * slope;
      double next = u * basis - recurrence[k] * before;
      double nextSlope = basis + u * slope - recurrence[k] * slopeBefore;
      before = basis;
      basis = next;
      slopeBefore = slope;
      slope = nextSlope;
    }
    return sum * 2 / last;
  }
}
