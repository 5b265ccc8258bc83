package org.prairieml.engine.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Takes factors that are repeated along the summed axes out of a sum: distributivity.
 *
 * <p>A sub-network's derivative then no longer has what flows back to it within its sum, so that
 * one loop computes it beside the value.
 */
final class FactoredSums implements Pass {

  @Override
  public Tensor apply(Tensor node) {
    if (!(node.primitive() instanceof ReduceSum(var axes)) || node.operand(0).shape().size() == 0) {
      return node;
    }
    List<Tensor> outside = new ArrayList<>();
    List<Tensor> inside = new ArrayList<>();
    factors(node.operand(0))
        .forEach(factor -> (isRepeated(factor, axes) ? outside : inside).add(factor));
    if (outside.isEmpty() || inside.isEmpty()) {
      return node;
    }
    Tensor sum =
        inside.stream()
            .reduce(Tensor::mul)
            .orElseThrow()
            .sum(axes.stream().mapToInt(axis -> axis).toArray());
    return outside.stream()
        .map(factor -> once(factor, axes, node.shape()))
        .reduce(sum, Tensor::mul);
  }

  private static Stream<Tensor> factors(Tensor product) {
    return product.primitive() == Binary.MUL
        ? product.operands().stream().flatMap(FactoredSums::factors)
        : Stream.of(product);
  }

  private static boolean isRepeated(Tensor factor, List<Integer> axes) {
    return factor.primitive() instanceof Broadcast
        && axes.stream().allMatch(axis -> sourceDimension(factor, axis) == 1);
  }

  private static int sourceDimension(Tensor broadcast, int axis) {
    Shape source = broadcast.operand(0).shape();
    int own = axis - (broadcast.shape().rank() - source.rank());
    return own < 0 ? 1 : source.dimension(own);
  }

  /** Returns a factor without the axes along which it is repeated. */
  private static Tensor once(Tensor factor, List<Integer> axes, Shape shape) {
    Shape kept = factor.shape();
    for (int axis : axes) {
      kept = kept.with(axis, 1);
    }
    return factor.operand(0).broadcast(kept).reshape(shape);
  }
}
