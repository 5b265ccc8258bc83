package org.prairieml.graph.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/** Runs a program with a fresh array for every tensor, filled with NaN before it is computed. */
final class NaiveEvaluator {

  private final Program program;
  private final Map<String, double[]> placeholders = new HashMap<>();

  NaiveEvaluator(Program program) {
    this.program = program;
  }

  void set(String name, double[] values) {
    placeholders.put(name, values.clone());
  }

  double[] placeholder(String name) {
    return placeholders.get(name);
  }

  /** Returns the outputs and replaces the states. */
  Map<String, double[]> run() {
    Map<Tensor, double[]> arrays = new IdentityHashMap<>();
    for (Tensor node : program.order()) {
      arrays.put(node, compute(node, arrays));
    }
    Map<String, double[]> outputs = new LinkedHashMap<>();
    program.outputs().forEach((name, tensor) -> outputs.put(name, arrays.get(tensor)));
    program.updates().forEach((name, next) -> set(name, arrays.get(next)));
    return outputs;
  }

  private double[] compute(Tensor node, Map<Tensor, double[]> arrays) {
    if (node.primitive() instanceof Placeholder placeholder) {
      return placeholders.get(placeholder.name());
    }
    double[] result = new double[node.shape().size()];
    Arrays.fill(result, Double.NaN);
    double[][] operands = node.operands().stream().map(arrays::get).toArray(double[][]::new);
    node.primitive().evaluate(node, operands, result);
    return result;
  }
}
