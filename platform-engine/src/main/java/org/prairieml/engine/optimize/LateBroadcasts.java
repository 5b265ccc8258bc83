package org.prairieml.engine.optimize;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prairieml.engine.fuse.Nodes;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Computes before repeating: an elementwise function of repeated operands is the repetition of the
 * function, over fewer elements.
 */
final class LateBroadcasts implements Pass {

  @Override
  public Tensor apply(Tensor node) {
    if (!Nodes.isElementwise(node)) {
      return node;
    }
    return commonSource(node)
        .map(shape -> Tensor.apply(node.primitive(), narrowed(node, shape)).broadcast(node.shape()))
        .orElse(node);
  }

  private static Tensor[] narrowed(Tensor node, Shape shape) {
    return node.operands().stream().map(o -> source(o).broadcast(shape)).toArray(Tensor[]::new);
  }

  private static Tensor source(Tensor operand) {
    return operand.primitive() instanceof Broadcast ? operand.operand(0) : operand;
  }

  /** Returns the smallest shape that all operands come from, if it is smaller than the node's. */
  private static Optional<Shape> commonSource(Tensor node) {
    List<Tensor> operands = node.operands();
    if (!operands.stream().allMatch(o -> o.primitive() instanceof Broadcast)) {
      return Optional.empty();
    }
    int rank = operands.stream().mapToInt(o -> source(o).shape().rank()).max().orElseThrow();
    Shape common =
        Shape.of(IntStream.range(0, rank).map(i -> largest(operands, rank - i)).toArray());
    return common.size() < node.shape().size() ? Optional.of(common) : Optional.empty();
  }

  /** Returns the dimension that sources agree on, counted from the last axis as 1. */
  private static int largest(List<Tensor> operands, int fromEnd) {
    int dimension = 1;
    for (Tensor operand : operands) {
      Shape shape = source(operand).shape();
      if (fromEnd <= shape.rank() && shape.dimension(-fromEnd) != 1) {
        dimension = shape.dimension(-fromEnd);
      }
    }
    return dimension;
  }
}
