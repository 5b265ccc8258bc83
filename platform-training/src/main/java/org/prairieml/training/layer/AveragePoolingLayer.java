package org.prairieml.training.layer;

import java.util.List;
import java.util.stream.Stream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Pooling;
import org.prairieml.graph.Tensor;

/**
 * The average of each channel in a window that slides over 1 to 3 spatial axes.
 *
 * <p>Input and output {@code [n, spatial..., channels]}, see {@link Pooling#average}.
 */
public final class AveragePoolingLayer implements Layer {

  private static final Option<Boolean> COUNT_PADDING =
      Option.flag(
          "count-padding",
          false,
          "Whether padding counts as zeros, as PyTorch does by default, or not at all, as Keras.");

  /** Creates the service. */
  public AveragePoolingLayer() {}

  @Override
  public String name() {
    return "average-pool";
  }

  @Override
  public String summary() {
    return "The average of a sliding window, per channel.";
  }

  @Override
  public List<Option<?>> options() {
    return Stream.concat(SlidingWindow.OPTIONS.stream(), Stream.of(COUNT_PADDING)).toList();
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    SpatialInput input = SpatialInput.of(inputs);
    return Pooling.average(input.x(), SlidingWindow.of(input, options), options.get(COUNT_PADDING));
  }
}
