package org.prairieml.engine.fuse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/** Finds where long elementwise expressions must be cut, so that each fits one method. */
final class LoopSize {

  private static final int LARGEST_EXPRESSION = Weight.LARGEST_LOOP * 3 / 4;

  private final Map<Tensor, Set<Tensor>> expressions = new HashMap<>();
  private final Set<Tensor> cuts = new HashSet<>();

  LoopSize(Program program) {
    program.order().stream().filter(Nodes::isPointwise).forEach(this::visit);
  }

  /** Returns the tensors that are to have memory. */
  Set<Tensor> cuts() {
    return cuts;
  }

  private void visit(Tensor node) {
    Set<Tensor> expression = new HashSet<>(Set.of(node));
    for (Tensor operand : Nodes.pointwiseOperands(node)) {
      expression.addAll(expressions.getOrDefault(operand, Set.of()));
    }
    if (Weight.of(expression) > LARGEST_EXPRESSION) {
      Nodes.pointwiseOperands(node).stream().filter(Nodes::isPointwise).forEach(cuts::add);
      expression = Set.of(node);
    }
    expressions.put(node, expression);
  }
}
