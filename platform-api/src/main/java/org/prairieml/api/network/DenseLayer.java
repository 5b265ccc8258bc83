package org.prairieml.api.network;

import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A fully connected layer: {@code x W^T + b}.
 *
 * <p>Input {@code [..., fan-in]}, output {@code [..., units]}; {@code weight [units, fan-in]},
 * {@code bias [units]}.
 */
public final class DenseLayer implements Layer {

  /** The number of neurons. */
  public static final Option<Integer> UNITS =
      Option.required("units", OptionTypes.integer(1, Integer.MAX_VALUE), "The number of neurons.");

  /** Whether a bias is added. */
  public static final Option<Boolean> BIAS = Option.flag("bias", true, "Whether to add a bias.");

  /** Creates the service. */
  public DenseLayer() {}

  /** Returns a layer of so many neurons, with bias. */
  public static Configured<Layer> of(int units) {
    DenseLayer layer = new DenseLayer();
    return new Configured<>(layer, Options.of(layer.options(), Map.of("units", units)));
  }

  @Override
  public String name() {
    return "dense";
  }

  @Override
  public String summary() {
    return "A fully connected layer.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(UNITS, BIAS);
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    Tensor x = Layer.single(inputs);
    int units = options.get(UNITS);
    int fanIn = x.shape().dimension(-1);
    Distribution initial = Distribution.fanInUniform(fanIn);
    Tensor weight =
        parameters.parameter("weight", Shape.of(units, fanIn), ParameterSpec.Role.WEIGHT, initial);
    Tensor product = x.matmul(weight, false, true);
    return options.get(BIAS)
        ? product.add(
            parameters.parameter("bias", Shape.of(units), ParameterSpec.Role.BIAS, initial))
        : product;
  }
}
