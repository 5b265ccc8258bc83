package org.prairieml.activations.learnable;

import java.util.function.IntToDoubleFunction;
import org.prairieml.api.Option;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec.Role;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Which neurons share a parameter of their activation function. */
public enum Scope {
  /** All neurons of the layer. */
  LAYER,
  /** Those of one channel: of one index of the last axis. */
  CHANNEL,
  /** None: each position of each channel has its own. */
  NEURON;

  /** Returns the option by which a user chooses, with the default of a publication. */
  public static Option<Scope> option(Scope usual) {
    return Option.choice(
        "scope", usual, "What has parameters of its own: the layer, a channel or a neuron.");
  }

  /**
   * Returns a learned constant.
   *
   * @param x the preactivations {@code [n, ..., channels]}
   * @param start what it starts from, everywhere
   * @return a tensor that broadcasts to the shape of x
   */
  public Tensor constant(ParameterScope parameters, String name, Tensor x, double start) {
    return parameters.parameter(
        name, shape(x.shape()), Role.ACTIVATION, new Distribution.Constant(start));
  }

  /**
   * Returns a learned vector of constants.
   *
   * @param x the preactivations {@code [n, ..., channels]}
   * @param count the number of constants k
   * @param start what the i-th starts from, everywhere
   * @return a tensor {@code [..., k]} that broadcasts to the shape of x with k as last axis
   */
  public Tensor vector(
      ParameterScope parameters, String name, Tensor x, int count, IntToDoubleFunction start) {
    Shape shared = this == LAYER ? Shape.of() : shape(x.shape());
    Shape shape = shared.insert(shared.rank(), count);
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = start.applyAsDouble(i % count);
    }
    return parameters.parameter(
        name, shape, Role.ACTIVATION, new Distribution.Given(new NdArray(shape, values)));
  }

  private Shape shape(Shape x) {
    return switch (this) {
      case LAYER -> Shape.of(1);
      case CHANNEL -> Shape.of(x.dimension(-1));
      case NEURON -> x.rank() > 1 ? x.remove(0) : x;
    };
  }
}
