package org.prairieml.training.layer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * All axes of an example as one, in row-major order: input {@code [n, ...]}, output {@code [n,
 * product]}. Channels, the last axis, change fastest.
 */
public final class FlattenLayer implements Layer {

  /** Creates the service. */
  public FlattenLayer() {}

  @Override
  public String name() {
    return "flatten";
  }

  @Override
  public String summary() {
    return "All axes of an example as one; channels change fastest.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of();
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    Tensor x = Layer.single(inputs);
    Shape shape = x.shape();
    return x.reshape(Shape.of(shape.dimension(0), shape.sizeBetween(1, shape.rank())));
  }
}
