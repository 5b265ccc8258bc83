package org.prairieml.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Every {@code step}-th element from {@code start} (inclusive) to {@code stop} (exclusive) along
 * every axis.
 *
 * @param start the first index per axis
 * @param stop the end per axis, at most the dimension
 * @param step the distance per axis, at least 1
 */
public record Slice(List<Integer> start, List<Integer> stop, List<Integer> step)
    implements Primitive {

  @Override
  public String label() {
    return "slice";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape source = operands.getFirst();
    if (start.size() != source.rank()
        || stop.size() != source.rank()
        || step.size() != source.rank()) {
      throw new GraphException(
          "needs a start, stop and step for each axis of " + source + ", found " + this);
    }
    return Shape.of(IntStream.range(0, source.rank()).map(axis -> length(axis, source)).toArray());
  }

  private int length(int axis, Shape source) {
    int from = start.get(axis);
    int to = stop.get(axis);
    if (from < 0 || to < from || to > source.dimension(axis) || step.get(axis) < 1) {
      throw new GraphException(
          "axis %d of %s has no range %d to %d by %d"
              .formatted(axis, source, from, to, step.get(axis)));
    }
    return Math.ceilDiv(to - from, step.get(axis));
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Shape source = result.operand(0).shape();
    return Tensor.apply(padding(source, result.shape()), cotangent);
  }

  /** Returns the padding that puts a slice's elements back where they came from. */
  private Pad padding(Shape source, Shape sliced) {
    List<Integer> interior = step.stream().map(s -> s - 1).toList();
    List<Integer> after =
        IntStream.range(0, source.rank())
            .map(axis -> source.dimension(axis) - start.get(axis) - span(axis, sliced))
            .boxed()
            .toList();
    return new Pad(start, after, interior);
  }

  private int span(int axis, Shape sliced) {
    int n = sliced.dimension(axis);
    return n == 0 ? 0 : (n - 1) * step.get(axis) + 1;
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    int[] dense = node.operand(0).shape().strides();
    int offset = IntStream.range(0, dense.length).map(i -> start.get(i) * dense[i]).sum();
    int[] strides = IntStream.range(0, dense.length).map(i -> step.get(i) * dense[i]).toArray();
    StridedLoop.copy(
        node.shape(),
        new StridedLoop.View(offset, strides),
        operands[0],
        StridedLoop.dense(node.shape()),
        result);
  }
}
