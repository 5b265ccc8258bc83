package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** What the reductions over axes share: the shape rule and the walk. */
final class Reduction {

  private Reduction() {}

  static Shape shape(Shape source, List<Integer> axes) {
    if (axes.stream().distinct().count() != axes.size()) {
      throw new GraphException("axes " + axes + " name one twice");
    }
    axes.forEach(source::axis);
    return Shape.of(
        IntStream.range(0, source.rank())
            .filter(axis -> !axes.contains(axis))
            .map(source::dimension)
            .toArray());
  }

  /** Returns the shape of the source with every reduced axis of dimension 1. */
  static Shape keptShape(Shape source, List<Integer> axes) {
    return Shape.of(
        IntStream.range(0, source.rank())
            .map(axis -> axes.contains(axis) ? 1 : source.dimension(axis))
            .toArray());
  }

  static void fold(
      Shape source,
      List<Integer> axes,
      double start,
      DoubleBinaryOperator step,
      double[] elements,
      double[] result) {
    Arrays.fill(result, start);
    StridedLoop.walk(
        source,
        StridedLoop.dense(source),
        new StridedLoop.View(0, resultStrides(source, axes)),
        (a, b, n, strideA, strideB) -> {
          for (int i = 0; i < n; i++) {
            int to = b + i * strideB;
            result[to] = step.applyAsDouble(result[to], elements[a + i * strideA]);
          }
        });
  }

  private static int[] resultStrides(Shape source, List<Integer> axes) {
    int[] strides = keptShape(source, axes).strides();
    axes.forEach(axis -> strides[axis] = 0);
    return strides;
  }
}
