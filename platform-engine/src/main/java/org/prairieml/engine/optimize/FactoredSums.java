package org.prairieml.engine.optimize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Takes factors that are repeated along the summed axes out of a sum: distributivity. Where the sum
 * of what is left overflows, so does the result.
 *
 * <p>A sub-network's derivative then no longer has what flows back to it within its sum, so that
 * one loop computes it beside the value.
 */
final class FactoredSums implements Pass {

  /**
   * A product in two parts, of which either may be missing.
   *
   * @param inside what stays in the sum
   * @param outside what is multiplied afterwards, of the sum's shape
   */
  private record Split(Optional<Tensor> inside, Optional<Tensor> outside) {}

  @Override
  public Tensor apply(Tensor node) {
    if (!(node.primitive() instanceof ReduceSum(var axes)) || node.operand(0).shape().size() == 0) {
      return node;
    }
    Split split = split(node.operand(0), axes, node.shape(), new HashMap<>());
    if (split.inside().isEmpty() || split.outside().isEmpty()) {
      return node;
    }
    int[] summed = axes.stream().mapToInt(axis -> axis).toArray();
    return split.inside().get().sum(summed).mul(split.outside().get());
  }

  /** Factors that a product has several times are looked at once: powers have very many. */
  private static Split split(
      Tensor product, List<Integer> axes, Shape shape, Map<Tensor, Split> known) {
    Split present = known.get(product);
    if (present == null) {
      present = newSplit(product, axes, shape, known);
      known.put(product, present);
    }
    return present;
  }

  private static Split newSplit(
      Tensor product, List<Integer> axes, Shape shape, Map<Tensor, Split> known) {
    if (isRepeated(product, axes)) {
      return new Split(Optional.empty(), Optional.of(once(product, axes, shape)));
    }
    Split whole = new Split(Optional.of(product), Optional.empty());
    if (product.primitive() != Binary.MUL) {
      return whole;
    }
    Split first = split(product.operand(0), axes, shape, known);
    Split second = split(product.operand(1), axes, shape, known);
    return first.outside().isEmpty() && second.outside().isEmpty()
        ? whole
        : new Split(
            product(first.inside(), second.inside()), product(first.outside(), second.outside()));
  }

  private static Optional<Tensor> product(Optional<Tensor> a, Optional<Tensor> b) {
    return Stream.concat(a.stream(), b.stream()).reduce(Tensor::mul);
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
