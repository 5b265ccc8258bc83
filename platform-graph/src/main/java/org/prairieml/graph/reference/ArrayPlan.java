package org.prairieml.graph.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.graph.Constant;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * Gives every tensor of a program an array; tensors whose lives do not overlap share one.
 *
 * <p>Placeholders, constants, outputs and next states live for good.
 */
final class ArrayPlan {

  private final Map<Tensor, double[]> arrays = new IdentityHashMap<>();
  private final Map<Tensor, Tensor> lastUser = new IdentityHashMap<>();
  private final Map<Integer, Deque<double[]>> free = new HashMap<>();
  private final Set<Tensor> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Plans a program.
   *
   * @param shared the arrays of states that another program owns
   */
  ArrayPlan(Program program, Map<String, NdArray> shared) {
    program.states().forEach((name, node) -> share(name, node, shared.get(name)));
    kept.addAll(program.outputs().values());
    kept.addAll(program.updates().values());
    program.order().forEach(node -> node.operands().forEach(o -> lastUser.put(o, node)));
    program.order().forEach(this::place);
  }

  double[] array(Tensor tensor) {
    return arrays.get(tensor);
  }

  private void share(String name, Tensor state, NdArray shared) {
    if (shared != null && !shared.shape().equals(state.shape())) {
      throw new GraphException(
          "State '%s' has shape %s in one program and %s in its companion."
              .formatted(name, shared.shape(), state.shape()));
    }
    if (shared != null) {
      arrays.put(state, shared.values());
    }
  }

  private void place(Tensor node) {
    int size = node.shape().size();
    arrays.computeIfAbsent(node, _ -> isKept(node) ? new double[size] : take(size));
    for (Tensor operand : endingWith(node)) {
      double[] array = arrays.get(operand);
      free.computeIfAbsent(array.length, _ -> new ArrayDeque<>()).push(array);
    }
  }

  private double[] take(int size) {
    Deque<double[]> candidates = free.get(size);
    return candidates == null || candidates.isEmpty() ? new double[size] : candidates.pop();
  }

  private List<Tensor> endingWith(Tensor node) {
    List<Tensor> ending = new ArrayList<>();
    for (Tensor operand : node.operands()) {
      if (lastUser.get(operand) == node && !isKept(operand) && !ending.contains(operand)) {
        ending.add(operand);
      }
    }
    if (!lastUser.containsKey(node) && !isKept(node)) {
      ending.add(node);
    }
    return ending;
  }

  private boolean isKept(Tensor node) {
    return kept.contains(node)
        || node.primitive() instanceof Placeholder
        || node.primitive() instanceof Constant;
  }
}
