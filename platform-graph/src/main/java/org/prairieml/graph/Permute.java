package org.prairieml.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The axes in another order: axis i of the result is axis {@code axes[i]} of the operand.
 *
 * @param axes a permutation of 0 to rank - 1
 */
public record Permute(List<Integer> axes) implements Primitive {

  @Override
  public String label() {
    return "permute";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape source = operands.getFirst();
    List<Integer> identity = IntStream.range(0, source.rank()).boxed().toList();
    if (!axes.stream().sorted().toList().equals(identity)) {
      throw new GraphException(axes + " is not an order of the axes of " + source);
    }
    return Shape.of(axes.stream().mapToInt(source::dimension).toArray());
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    return cotangent.permute(IntStream.range(0, axes.size()).map(axes::indexOf).toArray());
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    int[] dense = node.operand(0).shape().strides();
    int[] strides = axes.stream().mapToInt(axis -> dense[axis]).toArray();
    StridedLoop.copy(
        node.shape(),
        new StridedLoop.View(0, strides),
        operands[0],
        StridedLoop.dense(node.shape()),
        result);
  }
}
