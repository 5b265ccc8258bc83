package org.prairieml.graph;

/** The shape rules of a convolution and of its two gradients. */
final class ConvolutionShapes {

  private ConvolutionShapes() {}

  /** Returns the shape of the result of a convolution. */
  static Shape output(ConvolutionGeometry geometry, Shape x, Shape kernel) {
    requireRanks(geometry.axes(), x, kernel);
    requireChannels(geometry.groups(), x, kernel);
    int[] dimensions = x.dimensions();
    for (int axis = 0; axis < geometry.axes(); axis++) {
      requireElements(axis, kernel);
      dimensions[axis + 1] =
          geometry.outputDimension(axis, x.dimension(axis + 1), kernel.dimension(axis));
    }
    dimensions[dimensions.length - 1] = kernel.dimension(-1);
    return Shape.of(dimensions);
  }

  private static void requireRanks(int axes, Shape x, Shape kernel) {
    if (x.rank() != axes + 2 || kernel.rank() != axes + 2) {
      throw new GraphException(
          "needs an input and a kernel of rank %d (spatial axes: %d), found %s and %s"
              .formatted(axes + 2, axes, x, kernel));
    }
  }

  private static void requireChannels(int groups, Shape x, Shape kernel) {
    if (x.dimension(-1) % groups != 0) {
      throw new GraphException(
          "input channels must be a multiple of the groups %d, found %s".formatted(groups, x));
    }
    if (kernel.dimension(-1) % groups != 0) {
      throw new GraphException(
          "output channels must be a multiple of the groups %d, found kernel %s"
              .formatted(groups, kernel));
    }
    if (kernel.dimension(-2) != x.dimension(-1) / groups) {
      throw new GraphException(
          "the kernel's input channels must be %d for input %s and groups %d, found kernel %s"
              .formatted(x.dimension(-1) / groups, x, groups, kernel));
    }
  }

  private static void requireElements(int axis, Shape kernel) {
    if (kernel.dimension(axis) == 0) {
      throw new GraphException("kernel " + kernel + " is empty along spatial axis " + axis);
    }
  }

  /** Checks that a cotangent has the shape of the result. */
  static void requireCotangent(
      ConvolutionGeometry geometry, Shape x, Shape kernel, Shape cotangent) {
    Shape output = output(geometry, x, kernel);
    if (!cotangent.equals(output)) {
      throw new GraphException(
          "input %s and kernel %s make %s, found a cotangent of %s"
              .formatted(x, kernel, output, cotangent));
    }
  }
}
