package org.prairieml.activations.learnable;

import java.util.List;
import org.prairieml.activations.learnable.LearnedGrid.Tables;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * A cubic spline on equally spaced points, twice continuously differentiable between them, which
 * goes on as a straight line outside.
 *
 * <p>Learned are the coefficients of the cubic B-splines, two more than points; they start so that
 * the spline passes through the start function's values, with no curvature at the ends (the natural
 * spline). Source: de Boor, A Practical Guide to Splines (1978), chapters IV and IX.
 */
public final class CubicSplineActivation implements Activation {

  /** Creates the service. */
  public CubicSplineActivation() {}

  @Override
  public String name() {
    return "cubic-spline";
  }

  @Override
  public String summary() {
    return "The coefficients of a cubic spline on equally spaced points are learned";
  }

  @Override
  public List<Option<?>> options() {
    return LearnedGrid.OPTIONS;
  }

  @Override
  public List<String> tags() {
    return List.of("learnable", "smooth");
  }

  @Override
  public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
    LearnedGrid grid = LearnedGrid.of(name(), options);
    double[] start = coefficients(grid.start(options));
    Tables tables = Tables.of(x, start, options, parameters);
    Tensor position = grid.position(x);
    Tensor inside = grid.inside(position);
    Tensor segment = grid.segment(inside);
    return spline(tables, segment, inside.sub(segment)).add(outside(grid, tables, position));
  }

  private static Tensor spline(Tables tables, Tensor segment, Tensor t) {
    Tensor s = t.rsub(1);
    Tensor first = cube(s);
    Tensor second = t.square().mul(t.mul(3).sub(6)).add(4);
    Tensor third = s.square().mul(s.mul(3).sub(6)).add(4);
    Tensor fourth = cube(t);
    return tables
        .at(segment)
        .mul(first)
        .add(tables.at(segment.add(1)).mul(second))
        .add(tables.at(segment.add(2)).mul(third))
        .add(tables.at(segment.add(3)).mul(fourth))
        .div(6);
  }

  private static Tensor cube(Tensor x) {
    return x.square().mul(x);
  }

  /** Returns what the straight lines beyond the ends add to the values there. */
  private static Tensor outside(LearnedGrid grid, Tables tables, Tensor position) {
    Tensor below = position.min(Tensor.of(0));
    Tensor above = position.sub(grid.segments()).max(Tensor.of(0));
    return below.mul(slope(tables, 0)).add(above.mul(slope(tables, grid.segments())));
  }

  private static Tensor slope(Tables tables, int point) {
    return tables.at(Tensor.of(point + 2)).sub(tables.at(Tensor.of(point))).div(2);
  }

  /** Returns the coefficients of the natural spline through values, by Thomas' algorithm. */
  static double[] coefficients(double[] values) {
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
