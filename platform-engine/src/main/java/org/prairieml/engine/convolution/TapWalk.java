package org.prairieml.engine.convolution;

import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.Shape;

/**
 * Which pixel of the source a pixel of the target meets by a tap of the kernel.
 *
 * <p>Taps are counted such that pixels of the source move forward: in the order of the kernel where
 * the target is a convolution's result, in the opposite order where it is the gradient towards the
 * input.
 *
 * @param geometry how the kernel slides
 * @param source [batch, spatial..., channels]
 * @param target [batch, spatial..., channels]
 * @param kernel [spatial..., channels / groups, outChannels]
 * @param towardsInput whether the source is a convolution's cotangent and the target its input
 */
record TapWalk(
    ConvolutionGeometry geometry, Shape source, Shape target, Shape kernel, boolean towardsInput) {

  /** What {@link #source} returns for padding. */
  static final int NONE = -1;

  /** Returns the index of the source along a spatial axis, or {@link #NONE}. */
  int source(int axis, int target, int count) {
    return towardsInput ? output(axis, target, taps(axis) - 1 - count) : input(axis, target, count);
  }

  private int input(int axis, int output, int tap) {
    int input = geometry.inputIndex(axis, output, tap);
    return input >= 0 && input < sources(axis) ? input : NONE;
  }

  private int output(int axis, int input, int tap) {
    int stride = geometry.stride().get(axis);
    int distance = input - geometry.inputIndex(axis, 0, tap);
    boolean meets = distance >= 0 && distance % stride == 0 && distance / stride < sources(axis);
    return meets ? distance / stride : NONE;
  }

  /** Returns the number of spatial axes. */
  int axes() {
    return geometry.axes();
  }

  /** Returns the number of pixels of the source along a spatial axis. */
  int sources(int axis) {
    return source.dimension(axis + 1);
  }

  /** Returns the number of pixels of the target along a spatial axis. */
  int targets(int axis) {
    return target.dimension(axis + 1);
  }

  /** Returns the number of taps along a spatial axis. */
  int taps(int axis) {
    return kernel.dimension(axis);
  }

  /** Returns the number of taps. */
  int taps() {
    return kernel.sizeBetween(0, axes());
  }
}
