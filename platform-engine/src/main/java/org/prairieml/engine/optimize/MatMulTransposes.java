package org.prairieml.engine.optimize;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Tensor;

/** Folds a transpose of the last two axes into the flag of the matrix product that reads it. */
final class MatMulTransposes implements Pass {

  @Override
  public Tensor apply(Tensor node) {
    if (!(node.primitive() instanceof MatMul product)) {
      return node;
    }
    boolean first = isTranspose(node.operand(0));
    boolean second = isTranspose(node.operand(1));
    if (!first && !second) {
      return node;
    }
    return Tensor.apply(
        new MatMul(product.transposeFirst() ^ first, product.transposeSecond() ^ second),
        first ? node.operand(0).operand(0) : node.operand(0),
        second ? node.operand(1).operand(0) : node.operand(1));
  }

  private static boolean isTranspose(Tensor tensor) {
    return tensor.primitive() instanceof Permute(var axes) && axes.equals(swapped(axes.size()));
  }

  private static List<Integer> swapped(int rank) {
    return IntStream.range(0, rank).map(i -> i < rank - 2 ? i : 2 * rank - 3 - i).boxed().toList();
  }
}
