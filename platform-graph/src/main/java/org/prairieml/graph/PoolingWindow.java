package org.prairieml.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * A window that slides over the 1 to 3 spatial axes of an input [batch, spatial..., channels].
 *
 * <p>Along an axis of n elements it has {@code floor((before + n + after - size) / stride) + 1}
 * places; elements beyond the last place are not read. Padding is less than the size, so that every
 * window holds an element of the input. Methods that return a window throw {@link GraphException}
 * where the constructor does.
 *
 * @param size the number of elements, per axis, at least 1
 * @param stride the distance between neighboring places, per axis, at least 1
 * @param before the padding before the first element, per axis, at least 0 and less than the size
 * @param after the padding after the last element, per axis, at least 0 and less than the size
 */
public record PoolingWindow(
    List<Integer> size, List<Integer> stride, List<Integer> before, List<Integer> after) {

  private static final String SUBJECT = "Pooling window";

  /**
   * Checks the amounts and keeps immutable copies.
   *
   * @throws GraphException if there are not 1 to 3 spatial axes, a list has another length than
   *     {@code size}, an amount is below its least, or padding is as wide as the window
   */
  public PoolingWindow {
    int axes = size.size();
    SpatialAxes.requireCount(SUBJECT, axes);
    size = SpatialAxes.require(SUBJECT, "size", size, axes, 1);
    stride = SpatialAxes.require(SUBJECT, "stride", stride, axes, 1);
    before = SpatialAxes.require(SUBJECT, "padding before", before, axes, 0);
    after = SpatialAxes.require(SUBJECT, "padding after", after, axes, 0);
    for (int axis = 0; axis < axes; axis++) {
      if (Math.max(before.get(axis), after.get(axis)) >= size.get(axis)) {
        throw new GraphException(
            "%s: padding must be less than the size %s, found %s before and %s after."
                .formatted(SUBJECT, size, before, after));
      }
    }
  }

  /**
   * Returns a window that divides the input into blocks: its stride is its size, without padding.
   *
   * @param size the size, one amount per axis
   * @throws GraphException if there are not 1 to 3 amounts, or one is below 1
   */
  public static PoolingWindow of(int... size) {
    List<Integer> amounts = SpatialAxes.list(size);
    List<Integer> zero = SpatialAxes.equal(size.length, 0);
    return new PoolingWindow(amounts, amounts, zero, zero);
  }

  /** Returns this window with other strides, one per axis. */
  public PoolingWindow withStride(int... amounts) {
    return new PoolingWindow(size, SpatialAxes.list(amounts), before, after);
  }

  /** Returns this window with the same padding before and after, one amount per axis. */
  public PoolingWindow withPadding(int... amounts) {
    return withPadding(SpatialAxes.list(amounts), SpatialAxes.list(amounts));
  }

  /** Returns this window with other padding, one amount per axis and side. */
  public PoolingWindow withPadding(List<Integer> before, List<Integer> after) {
    return new PoolingWindow(size, stride, before, after);
  }

  /** Returns whether there is padding along any axis. */
  public boolean isPadded() {
    return Stream.concat(before.stream(), after.stream()).anyMatch(n -> n > 0);
  }

  /** Returns the number of elements, padding included: the product of the sizes. */
  public double elements() {
    return size.stream().mapToDouble(n -> n).reduce(1, (a, b) -> a * b);
  }

  /** Returns the number of spatial axes. */
  public int axes() {
    return size.size();
  }

  /**
   * Returns the result's dimension along a spatial axis.
   *
   * @param input the input's dimension
   * @throws GraphException if the input is empty, or the window larger than the padded input
   */
  public int outputDimension(int axis, int input) {
    if (input == 0) {
      throw new GraphException("the input is empty along spatial axis " + axis);
    }
    long padded = (long) before.get(axis) + input + after.get(axis);
    return SpatialAxes.places("window", axis, size.get(axis), padded, stride.get(axis));
  }

  /** Checks that this window fits an input. */
  void require(Shape input) {
    if (input.rank() != axes() + 2) {
      throw new GraphException(
          "needs an input of rank %d (spatial axes: %d), found %s"
              .formatted(axes() + 2, axes(), input));
    }
    for (int axis = 0; axis < axes(); axis++) {
      outputDimension(axis, input.dimension(axis + 1));
    }
  }
}
