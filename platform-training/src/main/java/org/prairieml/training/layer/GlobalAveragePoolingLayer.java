package org.prairieml.training.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/**
 * The average of each channel over all spatial axes: input {@code [n, spatial..., channels]},
 * output {@code [n, channels]}.
 */
public final class GlobalAveragePoolingLayer implements Layer {

  /** Creates the service. */
  public GlobalAveragePoolingLayer() {}

  @Override
  public String name() {
    return "global-average-pool";
  }

  @Override
  public String summary() {
    return "The average over all spatial axes, per channel.";
  }

  @Override
  public String source() {
    return "Lin, Chen, Yan: Network in network (2014)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of();
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    SpatialInput input = SpatialInput.of(inputs);
    return Formulas.mean(input.x(), IntStream.rangeClosed(1, input.axes()).toArray());
  }
}
