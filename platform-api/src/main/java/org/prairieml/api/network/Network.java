package org.prairieml.api.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.GraphScope;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A graph of layers on inputs of one shape, with named parameters but without values for them.
 *
 * <p>Immutable. The last node's output is the network's.
 */
public final class Network {

  /** The id by which nodes refer to the network's input. */
  public static final String INPUT = "input";

  private final Shape exampleShape;
  private final Shape outputShape;
  private final List<Node> nodes;
  private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();

  /**
   * A layer at its place in a network.
   *
   * @param id the name, unique in the network; its parameters' names start with it
   * @param layer the layer and its options
   * @param inputs the ids of the nodes it is connected to; {@link #INPUT} is the network's input
   */
  public record Node(String id, Configured<Layer> layer, List<String> inputs) {}

  private Network(Shape exampleShape, List<Node> nodes) {
    this.exampleShape = exampleShape;
    this.nodes = List.copyOf(nodes);
    Tensor trial =
        Tensor.apply(new Placeholder(Placeholder.Role.INPUT, INPUT, exampleShape.insert(0, 1)));
    this.outputShape = output(trace(trial, ParameterScope.of(this::declare))).shape().remove(0);
  }

  /**
   * Assembles a network.
   *
   * @param exampleShape the shape of one example's input
   * @param nodes the layers; each may be connected to the input and to earlier nodes
   * @throws PrairieException bad input, if there is no layer, an id is missing or taken, or shapes
   *     do not fit
   */
  public static Network of(Shape exampleShape, List<Node> nodes) {
    if (nodes.isEmpty()) {
      throw PrairieException.badInput("The network has no layers.");
    }
    return new Network(exampleShape, nodes);
  }

  /** Returns the shape of one example's input. */
  public Shape exampleShape() {
    return exampleShape;
  }

  /** Returns the shape of the output for one example. */
  public Shape outputShape() {
    return outputShape;
  }

  /** Returns the layers. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Returns the parameters by name, in order of the layers. */
  public Map<String, ParameterSpec> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /** Returns the parameters that shape activation functions, by name. */
  public Map<String, ParameterSpec> activationParameters() {
    return select(role -> role == ParameterSpec.Role.ACTIVATION);
  }

  /** Returns all other parameters, by name. */
  public Map<String, ParameterSpec> weightParameters() {
    return select(role -> role != ParameterSpec.Role.ACTIVATION);
  }

  private Map<String, ParameterSpec> select(Predicate<ParameterSpec.Role> wanted) {
    Map<String, ParameterSpec> selected = new LinkedHashMap<>(parameters);
    selected.values().removeIf(spec -> !wanted.test(spec.role()));
    return selected;
  }

  /** Returns the number of single numbers in all parameters. */
  public long parameterCount() {
    return parameters.values().stream().mapToLong(spec -> spec.shape().size()).sum();
  }

  /**
   * Applies the network as it is when it is used.
   *
   * @param x inputs {@code [n, ...]}
   * @param values a tensor per parameter, by name
   * @return outputs {@code [n, ...]}
   */
  public Tensor apply(Tensor x, Map<String, Tensor> values) {
    return output(activity(x, values));
  }

  /**
   * Applies the network as it is while it learns: layers of noise add it.
   *
   * @param x inputs {@code [n, ...]}
   * @param values a tensor per parameter, by name
   * @param draws where random numbers come from
   * @return outputs {@code [n, ...]}
   */
  public Tensor apply(Tensor x, Map<String, Tensor> values, Draws draws) {
    return output(trace(x, ParameterScope.of(spec -> values.get(spec.name()), draws)));
  }

  /**
   * Applies the network and returns the output of every layer.
   *
   * @param x inputs {@code [n, ...]}
   * @param values a tensor per parameter, by name
   * @return each layer's output by id, and the input itself under {@link #INPUT}
   */
  public Map<String, Tensor> activity(Tensor x, Map<String, Tensor> values) {
    return trace(x, ParameterScope.of(spec -> values.get(spec.name())));
  }

  private Tensor output(Map<String, Tensor> activity) {
    return activity.get(nodes.getLast().id());
  }

  /** Returns start values: every parameter's own distribution, on a stream by its name. */
  public Map<String, NdArray> initialValues(RandomStreams streams) {
    Map<String, NdArray> values = new LinkedHashMap<>();
    parameters.forEach((name, spec) ->
        values.put(name, spec.initial().sample(spec.shape(), streams.stream("init/" + name))));
    return values;
  }

  private Map<String, Tensor> trace(Tensor x, ParameterScope root) {
    Map<String, Tensor> values = new LinkedHashMap<>(Map.of(INPUT, x));
    for (Node node : nodes) {
      if (values.containsKey(node.id())) {
        throw problem(node, "the id is taken.");
      }
      values.put(node.id(), applyNode(node, values, root));
    }
    return values;
  }

  private Tensor applyNode(Node node, Map<String, Tensor> values, ParameterScope root) {
    if (node.inputs().isEmpty()) {
      throw problem(
          node, "it has no inputs; leave 'inputs' out to connect it to the layer before.");
    }
    List<Tensor> inputs = node.inputs().stream().map(id -> input(node, id, values)).toList();
    try {
      return GraphScope.within(
          node.id(),
          () ->
              node.layer().service().apply(inputs, node.layer().options(), root.child(node.id())));
    } catch (GraphException misfit) {
      throw problem(node, misfit.getMessage());
    }
  }

  private Tensor input(Node node, String id, Map<String, Tensor> values) {
    Tensor value = values.get(id);
    if (value == null) {
      throw problem(node, "there is no earlier layer '" + id + "'.");
    }
    return value;
  }

  private Tensor declare(ParameterSpec spec) {
    if (parameters.putIfAbsent(spec.name(), spec) != null) {
      throw new GraphException("two parameters are named '" + spec.name() + "'");
    }
    return Tensor.apply(new Placeholder(Placeholder.Role.STATE, spec.name(), spec.shape()));
  }

  private static PrairieException problem(Node node, String message) {
    return PrairieException.badInput(
        "Layer '%s' (%s): %s%s"
            .formatted(node.id(), node.layer().name(), message, message.endsWith(".") ? "" : "."));
  }
}
