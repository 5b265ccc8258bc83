package org.prairieml.graph.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.graph.Constant;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * Runs a program in float64, one primitive after another, by the primitives' own definitions.
 *
 * <p>Inputs and state are zero until they are set. Not safe for use by several threads at once.
 */
public final class ReferenceEvaluator {

  private final Program program;
  private final Map<String, double[]> placeholders = new LinkedHashMap<>();
  private final Map<String, double[]> outputs = new LinkedHashMap<>();
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Runnable> updates = new ArrayList<>();

  /** Prepares a program: every array that a run needs is allocated here. */
  public ReferenceEvaluator(Program program) {
    this(program, Map.of());
  }

  /**
   * Prepares a program that works on another's state: states of one name are one array.
   *
   * @throws GraphException if two states of one name differ in shape
   */
  public ReferenceEvaluator(Program program, ReferenceEvaluator other) {
    this(program, other.states());
  }

  private ReferenceEvaluator(Program program, Map<String, NdArray> shared) {
    this.program = program;
    ArrayPlan plan = new ArrayPlan(program, shared);
    program.order().forEach(node -> addStep(node, plan));
    program.outputs().forEach((name, tensor) -> outputs.put(name, result(tensor, plan)));
    program.updates().forEach((name, next) -> addUpdate(name, result(next, plan)));
  }

  private void addStep(Tensor node, ArrayPlan plan) {
    double[] result = plan.array(node);
    double[][] operands = node.operands().stream().map(plan::array).toArray(double[][]::new);
    switch (node.primitive()) {
      case Placeholder placeholder -> placeholders.put(placeholder.name(), result);
      case Constant constant -> constant.evaluate(node, operands, result);
      default -> steps.add(() -> node.primitive().evaluate(node, operands, result));
    }
  }

  /** A placeholder's value is copied within the run, before the updates change it. */
  private double[] result(Tensor tensor, ArrayPlan plan) {
    double[] array = plan.array(tensor);
    if (!(tensor.primitive() instanceof Placeholder)) {
      return array;
    }
    double[] copy = new double[array.length];
    steps.add(() -> System.arraycopy(array, 0, copy, 0, array.length));
    return copy;
  }

  private void addUpdate(String name, double[] next) {
    double[] state = placeholders.get(name);
    updates.add(() -> System.arraycopy(next, 0, state, 0, state.length));
  }

  /** Returns the states' arrays, live, with their shapes. */
  private Map<String, NdArray> states() {
    Map<String, NdArray> states = new HashMap<>();
    program
        .states()
        .forEach((name, node) -> states.put(name, new NdArray(node.shape(), placeholder(name))));
    return states;
  }

  /** Returns the program. */
  public Program program() {
    return program;
  }

  /**
   * Returns the elements of an input or a state, live: writing to them sets it.
   *
   * @throws GraphException if there is neither under that name
   */
  public double[] placeholder(String name) {
    return find(placeholders, name, "input or state");
  }

  /**
   * Returns the elements of an output, live: they are valid until the next run.
   *
   * @throws GraphException if there is no such output
   */
  public double[] output(String name) {
    return find(outputs, name, "output");
  }

  /**
   * Sets an input or a state.
   *
   * @throws GraphException if there is neither under that name, or its size differs
   */
  public ReferenceEvaluator set(String name, double... values) {
    double[] target = placeholder(name);
    if (target.length != values.length) {
      throw new GraphException(
          "Program '%s': '%s' has %d elements, found %d values."
              .formatted(program.name(), name, target.length, values.length));
    }
    System.arraycopy(values, 0, target, 0, values.length);
    return this;
  }

  /** Returns a copy of an output, an input or a state. */
  public NdArray get(String name) {
    Tensor tensor =
        program.outputs().containsKey(name)
            ? program.outputs().get(name)
            : program.inputs().getOrDefault(name, program.states().get(name));
    double[] live = outputs.containsKey(name) ? output(name) : placeholder(name);
    return new NdArray(tensor.shape(), live.clone());
  }

  /** Computes every output from the inputs and the present state, then replaces the state. */
  public ReferenceEvaluator run() {
    steps.forEach(Runnable::run);
    updates.forEach(Runnable::run);
    return this;
  }

  private double[] find(Map<String, double[]> arrays, String name, String kind) {
    double[] found = arrays.get(name);
    if (found == null) {
      throw new GraphException(
          "Program '%s' has no %s '%s'; it has %s."
              .formatted(program.name(), kind, name, Arrays.toString(arrays.keySet().toArray())));
    }
    return found;
  }
}
