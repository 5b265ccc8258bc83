package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The operand among zeros: before, after and between its elements along every axis. The adjoint of
 * {@link Slice}.
 *
 * @param before the number of zeros before the first element, per axis
 * @param after the number of zeros after the last element, per axis
 * @param interior the number of zeros between neighbors, per axis
 */
public record Pad(List<Integer> before, List<Integer> after, List<Integer> interior)
    implements Primitive {

  @Override
  public String label() {
    return "pad";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape source = operands.getFirst();
    boolean complete =
        List.of(before, after, interior).stream()
            .allMatch(amounts ->
                amounts.size() == source.rank() && amounts.stream().allMatch(n -> n >= 0));
    if (!complete) {
      throw new GraphException(
          "needs three amounts of at least 0 for each axis of " + source + ", found " + this);
    }
    return Shape.of(IntStream.range(0, source.rank()).map(i -> length(i, source)).toArray());
  }

  private int length(int axis, Shape source) {
    int n = source.dimension(axis);
    return before.get(axis) + n + Math.max(0, n - 1) * interior.get(axis) + after.get(axis);
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    List<Integer> stop =
        IntStream.range(0, before.size())
            .map(axis -> result.shape().dimension(axis) - after.get(axis))
            .boxed()
            .toList();
    List<Integer> step = interior.stream().map(n -> n + 1).toList();
    return Tensor.apply(new Slice(before, stop, step), cotangent);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Arrays.fill(result, 0);
    Shape source = node.operand(0).shape();
    int[] dense = node.shape().strides();
    int offset = IntStream.range(0, dense.length).map(i -> before.get(i) * dense[i]).sum();
    int[] strides =
        IntStream.range(0, dense.length).map(i -> (interior.get(i) + 1) * dense[i]).toArray();
    StridedLoop.copy(
        source,
        StridedLoop.dense(source),
        operands[0],
        new StridedLoop.View(offset, strides),
        result);
  }
}
