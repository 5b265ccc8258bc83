package org.prairieml.training.layer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Pooling;
import org.prairieml.graph.Tensor;

/**
 * The largest element of each channel in a window that slides over 1 to 3 spatial axes.
 *
 * <p>Input and output {@code [n, spatial..., channels]}, see {@link Pooling#max}.
 */
public final class MaxPoolingLayer implements Layer {

  /** Creates the service. */
  public MaxPoolingLayer() {}

  @Override
  public String name() {
    return "max-pool";
  }

  @Override
  public String summary() {
    return "The largest element of a sliding window, per channel.";
  }

  @Override
  public List<Option<?>> options() {
    return SlidingWindow.OPTIONS;
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    SpatialInput input = SpatialInput.of(inputs);
    return Pooling.max(input.x(), SlidingWindow.of(input, options));
  }
}
