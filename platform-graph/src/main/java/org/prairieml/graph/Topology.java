package org.prairieml.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The order in which a graph can be computed. */
final class Topology {

  private final Set<Tensor> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Tensor> order = new ArrayList<>();

  private Topology() {}

  /**
   * Returns every tensor that the roots depend on, operands before their users. The order depends
   * on the graph alone, so that printed programs and results are the same every time.
   */
  static List<Tensor> order(Collection<Tensor> roots) {
    Topology walk = new Topology();
    roots.forEach(walk::visit);
    return walk.order;
  }

  /** Depth first with a stack of its own: a graph may be deeper than the thread's stack. */
  private void visit(Tensor root) {
    Deque<Tensor> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      Tensor node = stack.peek();
      if (done.contains(node)) {
        stack.pop();
      } else if (!pushMissing(node, stack)) {
        done.add(stack.pop());
        order.add(node);
      }
    }
  }

  private boolean pushMissing(Tensor node, Deque<Tensor> stack) {
    int before = stack.size();
    for (Tensor operand : node.operands().reversed()) {
      if (!done.contains(operand)) {
        stack.push(operand);
      }
    }
    return stack.size() > before;
  }
}
