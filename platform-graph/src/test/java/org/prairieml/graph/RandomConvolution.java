package org.prairieml.graph;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A convolution drawn for property tests, small enough for difference quotients: every kind of
 * stride, padding, dilation and group occurs, rarely an empty batch.
 *
 * @param geometry the geometry
 * @param input the input's shape
 * @param kernel the kernel's shape
 */
record RandomConvolution(ConvolutionGeometry geometry, Shape input, Shape kernel) {

  private static final int LARGEST_STRIDE = 3;

  static RandomConvolution draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int axes = 1 + random.nextInt(3);
    ConvolutionGeometry geometry =
        ConvolutionGeometry.of(axes)
            .withStride(amounts(axes, _ -> 1 + random.nextInt(LARGEST_STRIDE)))
            .withPadding(
                SpatialAxes.list(amounts(axes, _ -> random.nextInt(3))),
                SpatialAxes.list(amounts(axes, _ -> random.nextInt(3))))
            .withDilation(amounts(axes, _ -> 1 + random.nextInt(2)))
            .withGroups(1 + random.nextInt(3));
    int[] kernel = amounts(axes, _ -> 1 + random.nextInt(axes == 3 ? 2 : 3));
    int[] input = amounts(axes, axis -> leastInput(geometry, axis, kernel[axis], random));
    int channels = 1 + random.nextInt(2);
    int outputs = 1 + random.nextInt(2);
    int batch = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(2);
    return new RandomConvolution(
        geometry,
        Shape.of(batch).concat(Shape.of(input)).concat(Shape.of(channels * geometry.groups())),
        Shape.of(kernel).concat(Shape.of(channels, outputs * geometry.groups())));
  }

  private static int[] amounts(int axes, IntUnaryOperator amount) {
    return IntStream.range(0, axes).map(amount).toArray();
  }

  /** Returns the least input that the kernel fits into, or a little more. */
  private static int leastInput(
      ConvolutionGeometry geometry, int axis, int kernel, SplittableRandom random) {
    int least =
        (int) geometry.reach(axis, kernel)
            - geometry.before().get(axis)
            - geometry.after().get(axis);
    return Math.max(1, least) + random.nextInt(geometry.axes() == 3 ? 2 : 4);
  }

  Shape output() {
    return new Convolution(geometry).shape(List.of(input, kernel));
  }

  boolean isDepthwise() {
    return geometry.groups() > 1 && geometry.groups() == input.dimension(-1);
  }

  /** Returns whether some elements at the end of the padded input lie beyond the last place. */
  boolean leavesElementsUnread() {
    return IntStream.range(0, geometry.axes())
        .anyMatch(axis -> {
          int last =
              geometry.inputIndex(
                  axis, output().dimension(axis + 1) - 1, kernel.dimension(axis) - 1);
          return last < input.dimension(axis + 1) - 1;
        });
  }

  @Override
  public String toString() {
    return "%s * %s, %s".formatted(input, kernel, geometry);
  }
}
