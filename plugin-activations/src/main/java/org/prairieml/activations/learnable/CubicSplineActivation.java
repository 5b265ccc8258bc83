package org.prairieml.activations.learnable;

import java.util.List;
import org.prairieml.activations.interpolation.CubicSpline;
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
    double[] start = CubicSpline.naturalCoefficients(grid.start(options));
    Tables tables = Tables.of(x, start, options, parameters);
    Tensor position = grid.position(x);
    Tensor inside = grid.inside(position);
    Tensor segment = grid.segment(inside);
    Tensor spline = CubicSpline.blend(tables::at, segment, inside.sub(segment));
    return spline.add(outside(grid, tables, position));
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
}
