package org.prairieml.activations.ldnn;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec.Role;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A base function plus a sub-network 1-h-1 (Choudhary et al. 2023, "Algorithm").
 *
 * <p>{@code base(a) + V g(u a + c) + d}, one sub-network for all neurons of a kind. Parameters:
 * {@code inner.weight [h, 1]} is u, {@code inner.bias [h]} is c, {@code outer.weight [1, h]} is V,
 * {@code outer.bias [1]} is d. The paper does not name g; it is the option {@code hidden}.
 */
public final class LdnnActivation implements Activation {

  private static final Option<Configured<Activation>> BASE =
      Option.service("base", Activation.class, "sine", "The function that learning starts from.");
  private static final Option<Configured<Activation>> HIDDEN =
      Option.service(
          "hidden", Activation.class, "tanh", "The nonlinearity inside the sub-network.");
  private static final Option<Integer> WIDTH =
      Option.integer(
          "width", 1, Integer.MAX_VALUE, 50, "The number of hidden units of the sub-network.");

  @Override
  public String name() {
    return "ldnn";
  }

  @Override
  public String summary() {
    return "base(x) plus a sub-network of one hidden layer, shared by the neurons of a kind";
  }

  @Override
  public String source() {
    return "Choudhary, Radhakrishnan, Lindner, Sinha, Ditto: Neuronal diversity can improve machine"
        + " learning for physics and beyond (2023)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(BASE, HIDDEN, WIDTH);
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    Tensor base = apply(options.get(BASE), preactivation, parameters.child("base"));
    return base.add(subnetwork(preactivation, options, parameters));
  }

  private static Tensor subnetwork(Tensor a, Options options, ParameterScope parameters) {
    int width = options.get(WIDTH);
    ParameterScope inner = parameters.child("inner");
    ParameterScope outer = parameters.child("outer");
    Tensor u = parameter(inner, "weight", Shape.of(width, 1), 1);
    Tensor c = parameter(inner, "bias", Shape.of(width), 1);
    Tensor v = parameter(outer, "weight", Shape.of(1, width), width);
    Tensor d = parameter(outer, "bias", Shape.of(1), width);
    Tensor column = a.reshape(Shape.of(a.shape().size(), 1));
    Tensor hidden =
        apply(options.get(HIDDEN), column.matmul(u, false, true).add(c), inner.child("hidden"));
    return hidden.matmul(v, false, true).add(d).reshape(a.shape());
  }

  private static Tensor parameter(ParameterScope scope, String name, Shape shape, int fanIn) {
    return scope.parameter(name, shape, Role.ACTIVATION, Distribution.fanInUniform(fanIn));
  }

  private static Tensor apply(
      Configured<Activation> function, Tensor x, ParameterScope parameters) {
    return function.service().apply(x, function.options(), parameters);
  }
}
