package org.prairieml.engine.fuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.graph.Tensor;

/**
 * What a fused loop computes: pointwise tensors in order, and where the values they start from are
 * read.
 *
 * @param computed pointwise tensors, operands before users
 * @param read the tensors that are read from memory, with the place
 */
record Expression(Set<Tensor> computed, Map<Tensor, Source> read) {

  /**
   * Finds the expression of some sinks.
   *
   * @param memory which tensors have memory
   */
  static Expression of(List<Sink> sinks, Materialization memory) {
    return new Walk(sinks, memory).run();
  }

  /** Returns what holds the elements of the tables in which it looks up others. */
  Set<Tensor> tables() {
    Set<Tensor> tables = new LinkedHashSet<>();
    computed.stream().filter(Nodes::isLookUp).forEach(node -> tables.add(Task.Loop.table(node)));
    return tables;
  }

  /** Returns whether two expressions have a tensor in common, so that one pass saves work. */
  boolean shares(Expression other) {
    return computed.stream().anyMatch(other.computed::contains)
        || read.keySet().stream().anyMatch(other.read::containsKey)
        || read.keySet().stream().anyMatch(other.computed::contains)
        || other.read.keySet().stream().anyMatch(computed::contains);
  }

  /** Walks from the sinks to what is in memory. */
  private static final class Walk {

    private final List<Sink> sinks;
    private final Materialization memory;
    private final Set<Tensor> own = new HashSet<>();
    private final Set<Tensor> computed = new LinkedHashSet<>();
    private final Map<Tensor, Source> read = new LinkedHashMap<>();

    Walk(List<Sink> sinks, Materialization memory) {
      this.sinks = sinks;
      this.memory = memory;
      sinks.stream().filter(Sink::isPlain).map(Sink::target).forEach(own::add);
    }

    Expression run() {
      sinks.forEach(sink -> visit(sink.root()));
      return new Expression(computed, read);
    }

    /** Depth first with a stack of its own: an expression may be deeper than the thread's stack. */
    private void visit(Tensor root) {
      List<Tensor> stack = new ArrayList<>(List.of(root));
      while (!stack.isEmpty()) {
        Tensor node = stack.getLast();
        if (isDone(node) || isRead(node)) {
          stack.removeLast();
          continue;
        }
        int before = stack.size();
        Nodes.pointwiseOperands(node).stream().filter(o -> !isDone(o)).forEach(stack::add);
        if (stack.size() == before) {
          computed.add(stack.removeLast());
        }
      }
    }

    private boolean isDone(Tensor node) {
      return computed.contains(node) || read.containsKey(node) || Nodes.uniform(node).isPresent();
    }

    private boolean isRead(Tensor node) {
      if (Nodes.isPointwise(node) && (own.contains(node) || !memory.contains(node))) {
        return false;
      }
      read.put(node, source(node));
      return true;
    }

    /** A view that is kept for its own sake is read where its operand is. */
    private Source source(Tensor node) {
      return own.contains(node)
          ? memory.source(node.operand(0)).seenThrough(node).orElseThrow()
          : memory.source(node);
    }
  }
}
