package org.prairieml.engine.optimize;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.ReduceMax;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Counts instead of adding up repetitions: the sum over a repeated axis is a multiple. */
final class ReducedBroadcasts implements Pass {

  @Override
  public Tensor apply(Tensor node) {
    return switch (node.primitive()) {
      case ReduceSum(var axes) when canReduce(node, axes) -> {
        Tensor narrow = narrow(node, axes);
        long count = node.operand(0).shape().size() / Math.max(1, narrow.shape().size());
        yield narrow.sum(toArray(axes)).mul(count);
      }
      case ReduceMax(var axes) when canReduce(node, axes) -> narrow(node, axes).max(toArray(axes));
      default -> node;
    };
  }

  private static int[] toArray(List<Integer> axes) {
    return axes.stream().mapToInt(axis -> axis).toArray();
  }

  private static boolean canReduce(Tensor node, List<Integer> axes) {
    Tensor operand = node.operand(0);
    return operand.shape().size() > 0
        && operand.primitive() instanceof Broadcast
        && axes.stream().anyMatch(axis -> repeats(operand, axis));
  }

  private static boolean repeats(Tensor broadcast, int axis) {
    Shape source = broadcast.operand(0).shape();
    int own = axis - (broadcast.shape().rank() - source.rank());
    return broadcast.shape().dimension(axis) != 1 && (own < 0 || source.dimension(own) == 1);
  }

  /**
   * Returns the operand repeated along the axes that stay, with dimension 1 along those that go.
   */
  private static Tensor narrow(Tensor node, List<Integer> axes) {
    Tensor operand = node.operand(0);
    Shape shape =
        Shape.of(
            IntStream.range(0, operand.shape().rank())
                .map(
                    i -> axes.contains(i) && repeats(operand, i) ? 1 : operand.shape().dimension(i))
                .toArray());
    return operand.operand(0).broadcast(shape);
  }
}
