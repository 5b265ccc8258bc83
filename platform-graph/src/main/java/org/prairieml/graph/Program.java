package org.prairieml.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A graph with named inputs, named state and named outputs: what an engine compiles and runs.
 *
 * <p>A run computes every output and every next state from the inputs and the present state, then
 * replaces the state, all at once. So a whole training step, optimizer included, is one program.
 * Names are unique across inputs, state and outputs. Programs are immutable.
 */
public final class Program {

  private final String name;
  private final Map<String, Tensor> inputs;
  private final Map<String, Tensor> states;
  private final Map<String, Tensor> updates;
  private final Map<String, Tensor> outputs;
  private final List<Tensor> order;

  private Program(Builder builder) {
    this.name = builder.name;
    this.inputs = ordered(builder.inputs);
    this.states = ordered(builder.states);
    this.updates = ordered(builder.updates);
    this.outputs = ordered(builder.outputs);
    this.order = Collections.unmodifiableList(Topology.order(roots()));
    requireKnownPlaceholders();
  }

  private Program(Program declared, Map<String, Tensor> updates, Map<String, Tensor> outputs) {
    this.name = declared.name;
    this.inputs = declared.inputs;
    this.states = declared.states;
    this.updates = ordered(updates);
    this.outputs = ordered(outputs);
    this.order = Collections.unmodifiableList(Topology.order(roots()));
    requireKnownPlaceholders();
  }

  private static Map<String, Tensor> ordered(Map<String, Tensor> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private Collection<Tensor> roots() {
    List<Tensor> roots = new ArrayList<>(inputs.values());
    roots.addAll(states.values());
    roots.addAll(updates.values());
    roots.addAll(outputs.values());
    return roots;
  }

  private void requireKnownPlaceholders() {
    for (Tensor node : order) {
      if (node.primitive() instanceof Placeholder placeholder
          && inputs.get(placeholder.name()) != node
          && states.get(placeholder.name()) != node) {
        throw new GraphException(
            "Program '%s': placeholder '%s' was made by another program."
                .formatted(name, placeholder.name()));
      }
    }
  }

  /** Returns a builder of a program with a name for people. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns the name for people. */
  public String name() {
    return name;
  }

  /** Returns the inputs by name, in order of declaration. */
  public Map<String, Tensor> inputs() {
    return inputs;
  }

  /** Returns the state's placeholders by name, in order of declaration. */
  public Map<String, Tensor> states() {
    return states;
  }

  /** Returns what replaces the state after a run, by the state's name; a missing one stays. */
  public Map<String, Tensor> updates() {
    return updates;
  }

  /** Returns the outputs by name, in order of declaration. */
  public Map<String, Tensor> outputs() {
    return outputs;
  }

  /**
   * Returns the program with the same inputs and states that computes other tensors: what an engine
   * makes of it before it runs.
   *
   * @param changed gives for an update's or output's tensor what replaces it, of the same shape
   * @throws GraphException if a shape differs or a placeholder is of another program
   */
  public Program rewritten(UnaryOperator<Tensor> changed) {
    return new Program(this, replaced(updates, changed), replaced(outputs, changed));
  }

  private Map<String, Tensor> replaced(Map<String, Tensor> group, UnaryOperator<Tensor> changed) {
    Map<String, Tensor> result = new LinkedHashMap<>();
    group.forEach((key, tensor) -> {
      Tensor other = changed.apply(tensor);
      if (!other.shape().equals(tensor.shape())) {
        throw new GraphException(
            "Program '%s': '%s' has shape %s, its replacement %s."
                .formatted(name, key, tensor.shape(), other.shape()));
      }
      result.put(key, other);
    });
    return result;
  }

  /** Returns every tensor of the graph, operands before their users. */
  public List<Tensor> order() {
    return order;
  }

  /** Returns the program as text for people, a line per tensor. */
  @Override
  public String toString() {
    return new ProgramPrinter(this).print();
  }

  /** Collects what makes a program. */
  public static final class Builder {

    private final String name;
    private final Map<String, Tensor> inputs = new LinkedHashMap<>();
    private final Map<String, Tensor> states = new LinkedHashMap<>();
    private final Map<String, Tensor> updates = new LinkedHashMap<>();
    private final Map<String, Tensor> outputs = new LinkedHashMap<>();

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Declares an input.
     *
     * @throws GraphException if the name is taken
     */
    public Tensor input(String input, Shape shape) {
      return placeholder(inputs, Placeholder.Role.INPUT, input, shape);
    }

    /**
     * Declares a state.
     *
     * @throws GraphException if the name is taken
     */
    public Tensor state(String state, Shape shape) {
      return placeholder(states, Placeholder.Role.STATE, state, shape);
    }

    private Tensor placeholder(
        Map<String, Tensor> group, Placeholder.Role role, String key, Shape shape) {
      if (inputs.containsKey(key) || states.containsKey(key) || outputs.containsKey(key)) {
        throw problem("the name '" + key + "' is taken.");
      }
      Tensor tensor = Tensor.apply(new Placeholder(role, key, shape));
      group.put(key, tensor);
      return tensor;
    }

    /**
     * Returns an input or a state that was declared before.
     *
     * @throws GraphException if there is neither under that name
     */
    public Tensor declared(String placeholder) {
      Tensor found = inputs.getOrDefault(placeholder, states.get(placeholder));
      if (found == null) {
        throw problem("there is no input or state '" + placeholder + "'.");
      }
      return found;
    }

    /**
     * Declares what replaces a state after every run.
     *
     * @throws GraphException if there is no such state, it has an update, or the shapes differ
     */
    public Builder update(String state, Tensor next) {
      Tensor present = states.get(state);
      if (present == null) {
        throw problem("there is no state '" + state + "' to update; states: " + states.keySet());
      }
      if (!present.shape().equals(next.shape())) {
        throw problem(
            "state '%s' has shape %s, its update %s."
                .formatted(state, present.shape(), next.shape()));
      }
      if (updates.putIfAbsent(state, next) != null) {
        throw problem("state '" + state + "' is updated twice.");
      }
      return this;
    }

    /**
     * Declares an output.
     *
     * @throws GraphException if the name is taken
     */
    public Builder output(String output, Tensor value) {
      if (inputs.containsKey(output) || states.containsKey(output)) {
        throw problem("the name '" + output + "' is taken.");
      }
      if (outputs.putIfAbsent(output, value) != null) {
        throw problem("there are two outputs '" + output + "'.");
      }
      return this;
    }

    /**
     * Returns the program.
     *
     * @throws GraphException if the graph contains a placeholder of another program
     */
    public Program build() {
      return new Program(this);
    }

    private GraphException problem(String message) {
      return new GraphException("Program '" + name + "': " + message);
    }
  }
}
