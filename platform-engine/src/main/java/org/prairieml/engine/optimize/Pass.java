package org.prairieml.engine.optimize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * A rewrite of a program, tensor by tensor.
 *
 * <p>What nothing uses any more disappears by itself: a program consists of what its updates and
 * outputs need.
 */
@FunctionalInterface
interface Pass {

  /**
   * Returns what replaces a tensor: of the same shape and meaning.
   *
   * @param node a tensor whose operands have been rewritten
   */
  Tensor apply(Tensor node);

  /** Returns the program with every tensor rewritten, operands first. */
  default Program apply(Program program) {
    Map<Tensor, Tensor> rewritten = new HashMap<>();
    for (Tensor node : program.order()) {
      rewritten.put(node, apply(withOperands(node, rewritten)));
    }
    return program.rewritten(rewritten::get);
  }

  private static Tensor withOperands(Tensor node, Map<Tensor, Tensor> rewritten) {
    List<Tensor> operands = node.operands().stream().map(rewritten::get).toList();
    return operands.equals(node.operands())
        ? node
        : Tensor.apply(node.primitive(), operands.toArray(Tensor[]::new));
  }
}
