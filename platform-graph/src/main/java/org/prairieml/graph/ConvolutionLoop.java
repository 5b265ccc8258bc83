package org.prairieml.graph;

/**
 * Walks the products that make up a convolution: an element of the input meets an element of the
 * kernel and counts for an element of the output.
 *
 * <p>The convolution and its two gradients are sums over this one set of triples and differ in
 * which of the three they sum up. Padding is not visited.
 */
final class ConvolutionLoop {

  private final ConvolutionGeometry geometry;
  private final Shape x;
  private final Shape kernel;
  private final Shape y;
  private final Action action;

  /**
   * What happens where the input's element at {@code x} meets the kernel's {@code n} elements from
   * {@code kernel} on, for the output's {@code n} elements from {@code y} on.
   */
  interface Action {
    void run(int x, int kernel, int y, int n);
  }

  private ConvolutionLoop(
      ConvolutionGeometry geometry, Shape x, Shape kernel, Shape y, Action action) {
    this.geometry = geometry;
    this.x = x;
    this.kernel = kernel;
    this.y = y;
    this.action = action;
  }

  static void walk(ConvolutionGeometry geometry, Shape x, Shape kernel, Shape y, Action action) {
    ConvolutionLoop loop = new ConvolutionLoop(geometry, x, kernel, y, action);
    for (int image = 0; image < x.dimension(0); image++) {
      loop.descend(0, image, 0, image);
    }
  }

  /** Walks a spatial axis; the last three are row-major positions over the axes before it. */
  private void descend(int axis, int xAt, int kernelAt, int yAt) {
    if (axis == geometry.axes()) {
      meet(xAt, kernelAt, yAt);
      return;
    }
    int inputs = x.dimension(axis + 1);
    int taps = kernel.dimension(axis);
    int outputs = y.dimension(axis + 1);
    for (int output = 0; output < outputs; output++) {
      for (int tap = 0; tap < taps; tap++) {
        int input = geometry.inputIndex(axis, output, tap);
        if (input >= 0 && input < inputs) {
          descend(axis + 1, xAt * inputs + input, kernelAt * taps + tap, yAt * outputs + output);
        }
      }
    }
  }

  /** Walks the channels of a pixel of the input, a tap of the kernel and a pixel of the output. */
  private void meet(int xPixel, int tap, int yPixel) {
    int inputs = kernel.dimension(-2);
    int outputs = kernel.dimension(-1) / geometry.groups();
    for (int group = 0; group < geometry.groups(); group++) {
      for (int channel = 0; channel < inputs; channel++) {
        action.run(
            (xPixel * geometry.groups() + group) * inputs + channel,
            ((tap * inputs + channel) * geometry.groups() + group) * outputs,
            (yPixel * geometry.groups() + group) * outputs,
            outputs);
      }
    }
  }
}
