package org.prairieml.engine.convolution;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.prairieml.graph.Convolution;
import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.ConvolutionInputGradient;
import org.prairieml.graph.ConvolutionKernelGradient;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A convolution drawn for property tests: every kind of stride, padding, dilation and group occurs,
 * numbers of channels below, at and above those of register tiles, rarely an empty batch.
 *
 * @param geometry the geometry
 * @param input the input's shape
 * @param kernel the kernel's shape
 */
record DrawnConvolution(ConvolutionGeometry geometry, Shape input, Shape kernel) {

  private static final int[] CHANNELS = {1, 1, 2, 3, 5, 8, 13, 16, 17, 33, 50};
  private static final int MOST_CHANNELS = 60;

  static DrawnConvolution draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int axes = 1 + random.nextInt(3);
    ConvolutionGeometry geometry = geometry(random, axes);
    int[] kernel = amounts(axes, _ -> 1 + random.nextInt(axes == 3 ? 3 : 4));
    int[] input = amounts(axes, axis -> input(random, geometry, axis, kernel[axis]));
    boolean depthwise = geometry.groups() > 3;
    int channels = depthwise ? 1 : channels(random, geometry.groups());
    int outputs = depthwise ? 1 : channels(random, geometry.groups());
    int batch = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3);
    return new DrawnConvolution(
        geometry,
        Shape.of(batch).concat(Shape.of(input)).concat(Shape.of(channels * geometry.groups())),
        Shape.of(kernel).concat(Shape.of(channels, outputs * geometry.groups())));
  }

  private static ConvolutionGeometry geometry(SplittableRandom random, int axes) {
    int[] groups = {1, 1, 1, 2, 3, 4 + random.nextInt(MOST_CHANNELS)};
    return new ConvolutionGeometry(
        list(amounts(axes, _ -> 1 + random.nextInt(3))),
        list(amounts(axes, _ -> random.nextInt(4))),
        list(amounts(axes, _ -> random.nextInt(4))),
        list(amounts(axes, _ -> 1 + random.nextInt(2))),
        groups[random.nextInt(groups.length)]);
  }

  private static int channels(SplittableRandom random, int groups) {
    return Math.min(CHANNELS[random.nextInt(CHANNELS.length)], MOST_CHANNELS / groups);
  }

  /** Returns the least input that the kernel fits into, or more; it may be padding alone. */
  private static int input(
      SplittableRandom random, ConvolutionGeometry geometry, int axis, int kernel) {
    int padding = geometry.before().get(axis) + geometry.after().get(axis);
    int least = (int) geometry.reach(axis, kernel) - padding;
    return Math.max(0, least) + random.nextInt(geometry.axes() == 1 ? 40 : 7);
  }

  private static int[] amounts(int axes, IntUnaryOperator amount) {
    return IntStream.range(0, axes).map(amount).toArray();
  }

  private static List<Integer> list(int[] amounts) {
    return IntStream.of(amounts).boxed().toList();
  }

  Shape output() {
    return new Convolution(geometry).shape(List.of(input, kernel));
  }

  boolean isDepthwise() {
    return geometry.groups() > 1 && geometry.groups() == input.dimension(-1);
  }

  /** Returns the number of pixels that a tap may meet. */
  int outputPixels() {
    return output().sizeBetween(0, geometry.axes() + 1);
  }

  int taps() {
    return kernel.sizeBetween(0, geometry.axes());
  }

  /** Returns a program that computes the convolution and both gradients of a given cotangent. */
  Program program() {
    Program.Builder builder = Program.builder("convolution");
    Tensor x = builder.input("x", input);
    Tensor k = builder.input("k", kernel);
    Tensor dy = builder.input("dy", output());
    return builder
        .output("y", x.convolve(k, geometry))
        .output("dx", Tensor.apply(new ConvolutionInputGradient(geometry, input), dy, k))
        .output("dk", Tensor.apply(new ConvolutionKernelGradient(geometry, kernel), x, dy))
        .build();
  }

  /** Returns how many products an element of an output of the program sums up at most. */
  int products(String output) {
    return switch (output) {
      case "y" -> taps() * kernel.dimension(-2);
      case "dx" -> taps() * kernel.dimension(-1) / geometry.groups();
      default -> outputPixels();
    };
  }

  @Override
  public String toString() {
    return "%s * %s, %s".formatted(input, kernel, geometry);
  }
}
