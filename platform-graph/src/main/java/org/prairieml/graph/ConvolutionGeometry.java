package org.prairieml.graph;

import java.util.List;

/**
 * How a kernel slides over the 1 to 3 spatial axes of an input: stride, padding, dilation, groups.
 *
 * <p>Spatial axis i is axis i + 1 of the input [batch, spatial..., channels] and axis i of the
 * kernel [spatial..., channels / groups, outChannels]. A kernel of k elements reaches over {@code
 * (k - 1) * dilation + 1} elements of the padded input and has {@code floor((before + n + after -
 * reach) / stride) + 1} places there; elements beyond the last place are not read. Source: Dumoulin
 * and Visin, A guide to convolution arithmetic for deep learning, 2016 (arXiv:1603.07285).
 *
 * <p>Methods that return a geometry throw {@link GraphException} where the constructor does.
 *
 * @param stride the distance between neighboring places of the kernel, per axis, at least 1
 * @param before the number of zeros before the first element, per axis, at least 0
 * @param after the number of zeros after the last element, per axis, at least 0
 * @param dilation the distance between neighboring elements of the kernel, per axis, at least 1
 * @param groups the number of blocks of neighboring channels, at least 1; each block of the result
 *     depends on its block of the input alone. As many as input channels: a depthwise convolution
 */
public record ConvolutionGeometry(
    List<Integer> stride,
    List<Integer> before,
    List<Integer> after,
    List<Integer> dilation,
    int groups) {

  private static final String SUBJECT = "Convolution geometry";

  /**
   * Checks the amounts and keeps immutable copies.
   *
   * @throws GraphException if there are not 1 to 3 spatial axes, a list has another length than
   *     {@code stride}, or an amount is below its least
   */
  public ConvolutionGeometry {
    int axes = stride.size();
    SpatialAxes.requireCount(SUBJECT, axes);
    stride = SpatialAxes.require(SUBJECT, "stride", stride, axes, 1);
    before = SpatialAxes.require(SUBJECT, "padding before", before, axes, 0);
    after = SpatialAxes.require(SUBJECT, "padding after", after, axes, 0);
    dilation = SpatialAxes.require(SUBJECT, "dilation", dilation, axes, 1);
    if (groups < 1) {
      throw new GraphException(SUBJECT + ": needs at least 1 group, found " + groups + ".");
    }
  }

  /**
   * Returns the plainest geometry: stride 1, no padding, dilation 1, one group.
   *
   * @throws GraphException if {@code axes} is not 1 to 3
   */
  public static ConvolutionGeometry of(int axes) {
    SpatialAxes.requireCount(SUBJECT, axes);
    List<Integer> one = SpatialAxes.equal(axes, 1);
    List<Integer> zero = SpatialAxes.equal(axes, 0);
    return new ConvolutionGeometry(one, zero, zero, one, 1);
  }

  /** Returns this geometry with other strides, one per axis. */
  public ConvolutionGeometry withStride(int... amounts) {
    return new ConvolutionGeometry(SpatialAxes.list(amounts), before, after, dilation, groups);
  }

  /** Returns this geometry with the same padding before and after, one amount per axis. */
  public ConvolutionGeometry withPadding(int... amounts) {
    return withPadding(SpatialAxes.list(amounts), SpatialAxes.list(amounts));
  }

  /** Returns this geometry with other padding, one amount per axis and side. */
  public ConvolutionGeometry withPadding(List<Integer> before, List<Integer> after) {
    return new ConvolutionGeometry(stride, before, after, dilation, groups);
  }

  /** Returns this geometry with other dilations, one per axis. */
  public ConvolutionGeometry withDilation(int... amounts) {
    return new ConvolutionGeometry(stride, before, after, SpatialAxes.list(amounts), groups);
  }

  /** Returns this geometry with another number of groups. */
  public ConvolutionGeometry withGroups(int count) {
    return new ConvolutionGeometry(stride, before, after, dilation, count);
  }

  /** Returns the number of spatial axes. */
  public int axes() {
    return stride.size();
  }

  /**
   * Returns over how many elements of the padded input a kernel reaches along a spatial axis; a
   * {@code long}, since only {@link #outputDimension} knows whether so many are there.
   *
   * @param kernel the kernel's dimension, at least 1
   */
  public long reach(int axis, int kernel) {
    return (kernel - 1L) * dilation.get(axis) + 1;
  }

  /**
   * Returns the result's dimension along a spatial axis.
   *
   * @param input the input's dimension
   * @param kernel the kernel's dimension, at least 1
   * @throws GraphException if the kernel reaches further than the padded input
   */
  public int outputDimension(int axis, int input, int kernel) {
    long padded = (long) before.get(axis) + input + after.get(axis);
    return SpatialAxes.places("kernel", axis, reach(axis, kernel), padded, stride.get(axis));
  }

  /**
   * Returns which element of the input an element of the kernel meets along a spatial axis; below 0
   * or from the input's dimension on it is padding.
   *
   * @param output the index in the result
   * @param tap the index in the kernel
   */
  public int inputIndex(int axis, int output, int tap) {
    return output * stride.get(axis) - before.get(axis) + tap * dilation.get(axis);
  }
}
