package org.prairieml.graph;

import static org.prairieml.graph.Elements.at;
import static org.prairieml.graph.Elements.indices;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A pooling window drawn for property tests, with an input that it fits; rarely an empty batch.
 *
 * @param window the window
 * @param input the input's shape
 * @param arrays draws the input's elements
 */
record RandomPooling(PoolingWindow window, Shape input, RandomArrays arrays) {

  static RandomPooling draw(long seed) {
    RandomArrays arrays = new RandomArrays(new SplittableRandom(seed));
    int axes = 1 + arrays.random().nextInt(3);
    int[] size = amounts(axes, _ -> 1 + arrays.random().nextInt(3));
    PoolingWindow window =
        PoolingWindow.of(size)
            .withStride(amounts(axes, _ -> 1 + arrays.random().nextInt(3)))
            .withPadding(
                SpatialAxes.list(amounts(axes, axis -> arrays.random().nextInt(size[axis]))),
                SpatialAxes.list(amounts(axes, axis -> arrays.random().nextInt(size[axis]))));
    int[] spatial = amounts(axes, axis -> size[axis] + arrays.random().nextInt(3 - axes / 2));
    int batch = arrays.random().nextInt(10) == 0 ? 0 : 1 + arrays.random().nextInt(2);
    return new RandomPooling(
        window, Shape.of(batch).concat(Shape.of(spatial)).concat(Shape.of(2)), arrays);
  }

  private static int[] amounts(int axes, IntUnaryOperator amount) {
    return IntStream.range(0, axes).map(amount).toArray();
  }

  Shape output() {
    Shape shape = input;
    for (int axis = 0; axis < window.axes(); axis++) {
      shape = shape.with(axis + 1, window.outputDimension(axis, input.dimension(axis + 1)));
    }
    return shape;
  }

  /** Returns the indices of the elements in a window, in row-major order, without padding. */
  Stream<int[]> members(int[] place) {
    int last = place.length - 1;
    return indices(input)
        .filter(index -> index[0] == place[0] && index[last] == place[last])
        .filter(index ->
            IntStream.range(0, window.axes())
                .allMatch(axis -> covers(axis, place[axis + 1], index[axis + 1])));
  }

  private boolean covers(int axis, int place, int index) {
    int from = place * window.stride().get(axis) - window.before().get(axis);
    return index >= from && index < from + window.size().get(axis);
  }

  DoubleStream values(NdArray x, int[] place) {
    return members(place).mapToDouble(index -> at(x, index));
  }
}
