package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Elements by multi-index: how tests state what an operation means, apart from any stride. */
final class Elements {

  private Elements() {}

  /** Checks a constant tensor's shape and, as a function of the index, its elements. */
  static void assertElements(Tensor actual, Shape shape, ToDoubleFunction<int[]> element) {
    assertThat(actual.shape()).isEqualTo(shape);
    assertThat(Evaluation.values(actual))
        .containsExactly(indices(shape).mapToDouble(element).toArray(), within(1e-12));
  }

  /** Returns all multi-indices of a shape in row-major order. */
  static Stream<int[]> indices(Shape shape) {
    Stream<int[]> all = Stream.of(new int[0]);
    for (int n : shape.dimensions()) {
      all = all.flatMap(head -> IntStream.range(0, n).mapToObj(i -> append(head, i)));
    }
    return all;
  }

  static double at(NdArray x, int... index) {
    int position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      position = position * x.shape().dimension(axis) + index[axis];
    }
    return x.values()[position];
  }

  static int[] append(int[] index, int... tail) {
    return IntStream.concat(Arrays.stream(index), Arrays.stream(tail)).toArray();
  }

  /** Returns the index with the value at an axis replaced. */
  static int[] replace(int[] index, int axis, int value) {
    return splice(index, axis, axis + 1, value);
  }

  /** Returns the index with what stands from one place to before another replaced by values. */
  static int[] splice(int[] index, int from, int to, int... values) {
    return append(
        append(Arrays.copyOf(index, from), values), Arrays.copyOfRange(index, to, index.length));
  }
}
