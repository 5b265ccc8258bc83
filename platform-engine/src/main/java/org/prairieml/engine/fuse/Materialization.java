package org.prairieml.engine.fuse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.prairieml.graph.Program;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.Tensor;

/**
 * Which tensors get memory: those that leave the program, that other work than a fused loop makes
 * or reads, that are folded or assembled, those seen under other indices, and tables.
 */
final class Materialization {

  private final Set<Tensor> kept = new LinkedHashSet<>();
  private final Map<Tensor, Source> sources = new HashMap<>();

  /**
   * Decides for a program.
   *
   * @param wanted further tensors that are to have memory
   */
  Materialization(Program program, Set<Tensor> wanted) {
    Set<Tensor> roots = new HashSet<>(program.outputs().values());
    roots.addAll(program.updates().values());
    for (Tensor node : program.order()) {
      if (Nodes.isLeaf(node) || wanted.contains(node)) {
        kept.add(node);
      }
    }
    roots.forEach(kept::add);
    program.order().forEach(this::visit);
    program.order().forEach(this::keepWhatStridesCannotExpress);
  }

  /** Returns whether a tensor has memory. */
  boolean contains(Tensor tensor) {
    return kept.contains(tensor);
  }

  /** Returns where a tensor is read that has memory or is a view of such. */
  Source source(Tensor tensor) {
    return sources.computeIfAbsent(
        tensor,
        node ->
            Source.of(node, kept::contains)
                .orElseThrow(
                    () -> new IllegalStateException("No memory holds " + node.primitive())));
  }

  private void visit(Tensor node) {
    if (Nodes.isLeaf(node) || Nodes.isElementwise(node)) {
      return;
    }
    if (Nodes.isLookUp(node)) {
      keepDense(node.operand(0));
      return;
    }
    if (Nodes.isView(node)) {
      keepSource(node.operand(0));
      return;
    }
    kept.add(node);
    if (!Nodes.isReduction(node) && !Nodes.isAssembly(node)) {
      node.operands().forEach(this::keepDense);
    }
  }

  /** What a view shows must be in memory, or a view itself. */
  private void keepSource(Tensor operand) {
    if (!Nodes.isView(operand)) {
      kept.add(operand);
    }
  }

  /** A reshaped tensor is the same memory. */
  private void keepDense(Tensor operand) {
    if (operand.primitive() instanceof Reshape) {
      keepDense(operand.operand(0));
    } else {
      kept.add(operand);
    }
  }

  private void keepWhatStridesCannotExpress(Tensor node) {
    if (Nodes.isView(node)
        && Nodes.uniform(node).isEmpty()
        && Source.of(node, kept::contains).isEmpty()) {
      kept.add(node);
    }
  }
}
