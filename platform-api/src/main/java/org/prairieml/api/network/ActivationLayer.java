package org.prairieml.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Tensor;

/**
 * Activation functions on the neurons of a layer: one for all, or several kinds side by side.
 *
 * <p>With {@code kinds}, the neurons (the last axis) are divided into consecutive blocks, one per
 * kind, in proportion to the kinds' shares; no neuron is left out (see {@link Apportionment}). The
 * parameters of the i-th kind, counted from 1, are named {@code <layer>.kind<i>.*}.
 */
public final class ActivationLayer implements Layer {

  /** The one function of all neurons. */
  public static final Option<Configured<Activation>> FUNCTION =
      Option.service("function", Activation.class, null, "One function for all neurons.");

  /** The function of a kind of neuron. */
  public static final Option<Configured<Activation>> KIND_FUNCTION =
      Option.required(
          "function", OptionTypes.service(Activation.class), "The function of this kind.");

  /** The share of a kind of neuron. */
  public static final Option<Double> KIND_SHARE =
      Option.real("share", RealRange.POSITIVE, 1, "The share of neurons, relative to the others.");

  private static final List<Option<?>> KIND = List.of(KIND_FUNCTION, KIND_SHARE);

  /** The kinds of neurons that are mixed in the layer. */
  public static final Option<List<Options>> KINDS =
      Option.list("kinds", OptionTypes.section(KIND), "Kinds of neurons, side by side.");

  /** Creates the service. */
  public ActivationLayer() {}

  /** Returns a layer with one function for all neurons. */
  public static Configured<Layer> of(Configured<Activation> function) {
    ActivationLayer layer = new ActivationLayer();
    return new Configured<Layer>(layer, Options.defaults(layer.options()).with(FUNCTION, function));
  }

  /** Returns a layer that mixes kinds of neurons; each is made by {@link #kind}. */
  public static Configured<Layer> mixed(List<Options> kinds) {
    ActivationLayer layer = new ActivationLayer();
    return new Configured<Layer>(layer, Options.defaults(layer.options()).with(KINDS, kinds));
  }

  /** Returns a kind of neuron, for {@link #mixed}. */
  public static Options kind(Configured<Activation> function, double share) {
    return Options.of(KIND, Map.of("function", function, "share", share));
  }

  /**
   * A function in a layer.
   *
   * @param label {@code kind<i>}, or {@code function} where one serves all neurons
   * @param prefix what its parameters' names start with inside the layer: {@code kind1.} or nothing
   * @param function the function
   * @param share its share of neurons
   */
  public record Placement(
      String label, String prefix, Configured<Activation> function, double share) {}

  /** Returns the functions of a layer with these options. */
  public static List<Placement> placements(Options options) {
    List<Options> kinds = options.get(KINDS);
    if (kinds.isEmpty()) {
      return List.of(new Placement("function", "", options.get(FUNCTION), 1));
    }
    return IntStream.range(0, kinds.size())
        .mapToObj(i ->
            new Placement(
                "kind" + (i + 1),
                "kind" + (i + 1) + ".",
                kinds.get(i).get(KIND_FUNCTION),
                kinds.get(i).get(KIND_SHARE)))
        .toList();
  }

  @Override
  public String name() {
    return "activation";
  }

  @Override
  public String summary() {
    return "Activation functions: one for all neurons, or several kinds mixed.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FUNCTION, KINDS);
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    if (options.find(FUNCTION).isPresent() == !options.get(KINDS).isEmpty()) {
      throw new GraphException("give either 'function' or 'kinds'");
    }
    Tensor x = Layer.single(inputs);
    List<Placement> placements = placements(options);
    return placements.size() == 1 && placements.getFirst().prefix().isEmpty()
        ? apply(placements.getFirst(), x, parameters)
        : applyKinds(placements, x, parameters);
  }

  private static Tensor applyKinds(List<Placement> kinds, Tensor x, ParameterScope parameters) {
    double[] shares = kinds.stream().mapToDouble(Placement::share).toArray();
    int[] counts = Apportionment.largestRemainder(x.shape().dimension(-1), shares);
    List<Tensor> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < counts.length; i++) {
      Tensor block = x.slice(-1, from, from + counts[i]);
      parts.add(apply(kinds.get(i), block, parameters.child(kinds.get(i).label())));
      from += counts[i];
    }
    return Tensor.concat(-1, parts);
  }

  private static Tensor apply(Placement placement, Tensor x, ParameterScope parameters) {
    Configured<Activation> function = placement.function();
    return function.service().apply(x, function.options(), parameters);
  }
}
