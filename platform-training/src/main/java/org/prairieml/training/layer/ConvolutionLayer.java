package org.prairieml.training.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A convolution over 1 to 3 spatial axes; the input has as many as its examples say.
 *
 * <p>Input {@code [n, spatial..., channels]}, output {@code [n, spatial..., filters]} with
 * dimensions by {@link ConvolutionGeometry}; {@code weight [filters, channels / groups, kernel...]}
 * as in PyTorch, {@code bias [filters]}. Both start uniform within {@code 1 / sqrt(fan-in)} of 0,
 * where the fan-in is the number of inputs of one output: {@code channels / groups} times the
 * elements of the kernel.
 */
public final class ConvolutionLayer implements Layer {

  private static final Option<Integer> FILTERS =
      Option.required(
          "filters", OptionTypes.integer(1, Integer.MAX_VALUE), "The number of output channels.");
  private static final Option<AxisAmounts> KERNEL =
      Option.required("kernel", AxisAmounts.type(1), "The size of the kernel.");
  private static final Option<AxisAmounts> STRIDE =
      Option.of("stride", AxisAmounts.type(1), 1, "The distance of the kernel's places.");
  private static final Option<AxisAmounts> DILATION =
      Option.of("dilation", AxisAmounts.type(1), 1, "The distance of the kernel's elements.");
  private static final Option<Integer> GROUPS =
      Option.integer(
          "groups",
          1,
          Integer.MAX_VALUE,
          1,
          "Blocks of channels that do not mix; as many as input channels: depthwise.");
  private static final Option<Boolean> BIAS = Option.flag("bias", true, "Whether to add a bias.");

  /** Creates the service. */
  public ConvolutionLayer() {}

  @Override
  public String name() {
    return "conv";
  }

  @Override
  public String summary() {
    return "A convolution over 1 to 3 spatial axes; channels are the last axis.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FILTERS, KERNEL, STRIDE, Padding.OPTION, DILATION, GROUPS, BIAS);
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    SpatialInput input = SpatialInput.of(inputs);
    int filters = options.get(FILTERS);
    requireGroups(input.channels(), "the input", options.get(GROUPS));
    requireGroups(filters, "'filters'", options.get(GROUPS));
    List<Integer> kernel = options.get(KERNEL).along(KERNEL, input.axes());
    ConvolutionGeometry geometry = geometry(input, kernel, options);
    Shape weights = weights(filters, input.channels() / options.get(GROUPS), kernel);
    Distribution initial = Distribution.fanInUniform(weights.sizeBetween(1, weights.rank()));
    Tensor weight = parameters.parameter("weight", weights, ParameterSpec.Role.WEIGHT, initial);
    Tensor result = input.x().convolve(kernelLast(weight), geometry);
    return options.get(BIAS)
        ? result.add(
            parameters.parameter("bias", Shape.of(filters), ParameterSpec.Role.BIAS, initial))
        : result;
  }

  private static void requireGroups(int channels, String whose, int groups) {
    if (channels % groups != 0) {
      throw new GraphException(
          "'groups' is %d, but %s has %d channels, which do not fall into so many equal blocks"
              .formatted(groups, whose, channels));
    }
  }

  private static ConvolutionGeometry geometry(
      SpatialInput input, List<Integer> kernel, Options options) {
    List<Integer> stride = options.get(STRIDE).along(STRIDE, input.axes());
    List<Integer> dilation = options.get(DILATION).along(DILATION, input.axes());
    List<Integer> reach =
        IntStream.range(0, input.axes())
            .mapToObj(axis -> (kernel.get(axis) - 1) * dilation.get(axis) + 1)
            .toList();
    Padding.Sides padding = options.get(Padding.OPTION).around(input, reach, stride);
    input.require("kernel", reach, padding);
    return new ConvolutionGeometry(
        stride, padding.before(), padding.after(), dilation, options.get(GROUPS));
  }

  private static Shape weights(int filters, int channels, List<Integer> kernel) {
    return Shape.of(filters, channels)
        .concat(Shape.of(kernel.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** Returns {@code [filters, channels, kernel...]} as {@code [kernel..., channels, filters]}. */
  private static Tensor kernelLast(Tensor weight) {
    int axes = weight.shape().rank() - 2;
    int[] order = IntStream.range(0, axes + 2).map(i -> i < axes ? i + 2 : axes + 1 - i).toArray();
    return weight.permute(order);
  }
}
