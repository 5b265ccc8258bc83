package org.prairieml.activations.learnable;

import java.util.List;
import org.prairieml.activations.learnable.LearnedGrid.Tables;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * A function whose values at equally spaced points are learned, linear in between; the outermost
 * segments go on outside.
 */
public final class PiecewiseLinearActivation implements Activation {

  /** Creates the service. */
  public PiecewiseLinearActivation() {}

  @Override
  public String name() {
    return "piecewise-linear";
  }

  @Override
  public String summary() {
    return "Values at equally spaced points are learned; linear in between";
  }

  @Override
  public List<Option<?>> options() {
    return LearnedGrid.OPTIONS;
  }

  @Override
  public List<String> tags() {
    return List.of("learnable", "piecewise-linear");
  }

  @Override
  public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
    LearnedGrid grid = LearnedGrid.of(name(), options);
    Tables tables = Tables.of(x, grid.start(options), options, parameters);
    Tensor position = grid.position(x);
    Tensor segment = grid.segment(grid.inside(position));
    Tensor start = tables.at(segment);
    Tensor rise = tables.at(segment.add(1)).sub(start);
    return start.add(rise.mul(position.sub(segment)));
  }
}
