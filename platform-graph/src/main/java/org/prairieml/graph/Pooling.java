package org.prairieml.graph;

import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The maximum or the average of a window that slides over the spatial axes of an input [batch,
 * spatial..., channels]; the result is [batch, spatial..., channels] with spatial dimensions by
 * {@link PoolingWindow}.
 *
 * <p>Composed instead of primitive: strided slices of the padded input, one per place within the
 * window, are combined element by element. So gradients of every order come from those of slices,
 * maxima and sums, and an engine that fuses elementwise chains has no kernel to add. A window is a
 * product of intervals; therefore it is worked off axis by axis, the last one first, with as many
 * slices as the sum of its sizes, not their product.
 *
 * <p>All methods throw {@link GraphException} if the input's rank is not the number of spatial axes
 * plus 2, or a spatial axis is empty or with its padding smaller than the window. For one window
 * over everything there are {@link Tensor#max(int...)} and {@link Formulas#mean}.
 */
public final class Pooling {

  private Pooling() {}

  /**
   * Returns the largest element of every window; NaN if one is.
   *
   * <p>Padding is negative infinity. Subgradient: of elements that tie the first in the window's
   * row-major order gets the whole cotangent; where all are negative infinity that may be padding.
   */
  public static Tensor max(Tensor x, PoolingWindow window) {
    require("max_pool", x, window);
    return slide(x, window, Pooling::padWithLeast, Tensor::max);
  }

  /** Returns the average of the elements in every window; padding does not count as elements. */
  public static Tensor average(Tensor x, PoolingWindow window) {
    return average(x, window, false);
  }

  /**
   * Returns the average of every window.
   *
   * @param countPadding whether padding counts as zeros: then every sum is divided by the size of
   *     the window, else by the number of elements of the input in it
   */
  public static Tensor average(Tensor x, PoolingWindow window, boolean countPadding) {
    require("average_pool", x, window);
    boolean full = countPadding || !window.isPadded();
    return sum(x, window).div(full ? Tensor.of(window.elements()) : counts(x, window));
  }

  /** Returns how many elements of the input every window holds, for all images and channels. */
  private static Tensor counts(Tensor x, PoolingWindow window) {
    return sum(Tensor.filled(x.shape().with(0, 1).with(-1, 1), 1), window);
  }

  private static void require(String operation, Tensor x, PoolingWindow window) {
    try {
      window.require(x.shape());
    } catch (GraphException problem) {
      throw Tensor.misfit(operation, problem);
    }
  }

  private static Tensor sum(Tensor x, PoolingWindow window) {
    return slide(x, window, Tensor::pad, Tensor::add);
  }

  /** Puts elements before and after those of an axis. */
  private interface Padding {
    Tensor apply(Tensor x, int axis, int before, int after);
  }

  private static Tensor padWithLeast(Tensor x, int axis, int before, int after) {
    return Tensor.concat(
        axis,
        Stream.of(least(x, axis, before), x, least(x, axis, after))
            .filter(part -> part.shape().dimension(axis) > 0)
            .toList());
  }

  private static Tensor least(Tensor x, int axis, int count) {
    return Tensor.filled(x.shape().with(axis, count), Double.NEGATIVE_INFINITY);
  }

  /** The last axis first: then the first of several equal ones is the first in row-major order. */
  private static Tensor slide(
      Tensor x, PoolingWindow window, Padding padding, BinaryOperator<Tensor> combine) {
    Tensor result = x;
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      Tensor padded = pad(result, axis, window, padding);
      int places = window.outputDimension(axis, result.shape().dimension(axis + 1));
      result = slices(padded, axis, window, places).reduce(combine).orElseThrow();
    }
    return result;
  }

  private static Tensor pad(Tensor x, int axis, PoolingWindow window, Padding padding) {
    int before = window.before().get(axis);
    int after = window.after().get(axis);
    return before + after == 0 ? x : padding.apply(x, axis + 1, before, after);
  }

  /** Returns, for each place within the window, what stands there at every place of the window. */
  private static Stream<Tensor> slices(Tensor x, int axis, PoolingWindow window, int places) {
    int stride = window.stride().get(axis);
    int span = (places - 1) * stride + 1;
    return IntStream.range(0, window.size().get(axis))
        .mapToObj(from -> x.slice(axis + 1, from, from + span, stride));
  }
}
