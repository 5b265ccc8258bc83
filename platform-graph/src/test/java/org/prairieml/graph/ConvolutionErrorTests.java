package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes that do not fit a convolution: the error names the rule and what was found. */
class ConvolutionErrorTests {

  private static final ConvolutionGeometry LINE = ConvolutionGeometry.of(1);
  private static final ConvolutionGeometry PLANE = ConvolutionGeometry.of(2);

  static Stream<Arguments> convolutions() {
    return Stream.of(
        row(
            () -> t(8, 3).convolve(t(3, 3, 4), LINE),
            "needs an input and a kernel of rank 3 (spatial axes: 1), found [8, 3] and [3, 3, 4]"),
        row(
            () -> t(8, 5, 3).convolve(t(3, 4), LINE),
            "needs an input and a kernel of rank 3 (spatial axes: 1), found [8, 5, 3] and [3, 4]"),
        row(
            () -> t(8, 5, 3).convolve(t(3, 3, 4), PLANE),
            "needs an input and a kernel of rank 4 (spatial axes: 2),"
                + " found [8, 5, 3] and [3, 3, 4]"),
        row(
            () -> t(8, 5, 3).convolve(t(3, 1, 4), LINE.withGroups(2)),
            "input channels must be a multiple of the groups 2, found [8, 5, 3]"),
        row(
            () -> t(8, 5, 4).convolve(t(3, 2, 5), LINE.withGroups(2)),
            "output channels must be a multiple of the groups 2, found kernel [3, 2, 5]"),
        row(
            () -> t(8, 5, 4).convolve(t(3, 4, 6), LINE.withGroups(2)),
            "the kernel's input channels must be 2 for input [8, 5, 4] and groups 2,"
                + " found kernel [3, 4, 6]"),
        row(
            () -> t(8, 5, 5, 4).convolve(t(3, 0, 4, 6), PLANE),
            "kernel [3, 0, 4, 6] is empty along spatial axis 1"),
        row(
            () -> t(8, 5, 3, 4).convolve(t(3, 4, 4, 6), PLANE),
            "the reach 4 of the kernel exceeds the padded input 3 along spatial axis 1"),
        row(
            () -> t(0, 5, 4).convolve(t(4, 4, 6), LINE.withDilation(3).withPadding(2)),
            "the reach 10 of the kernel exceeds the padded input 9 along spatial axis 0"));
  }

  static Stream<Arguments> gradients() {
    Shape input = Shape.of(8, 5, 4);
    Shape kernel = Shape.of(3, 4, 6);
    return Stream.of(
        row(
            () -> t(8, 4, 6).convolveTransposed(t(3, 4, 6), LINE, input),
            "input [8, 5, 4] and kernel [3, 4, 6] make [8, 3, 6], found a cotangent of [8, 4, 6]"),
        row(
            () -> t(8, 3, 6).convolveTransposed(t(3, 5, 6), LINE, input),
            "the kernel's input channels must be 4 for input [8, 5, 4] and groups 1,"
                + " found kernel [3, 5, 6]"),
        row(
            () -> Tensor.apply(new ConvolutionKernelGradient(LINE, kernel), t(8, 5, 4), t(7, 3, 6)),
            "input [8, 5, 4] and kernel [3, 4, 6] make [8, 3, 6], found a cotangent of [7, 3, 6]"),
        row(
            () -> Tensor.apply(new ConvolutionKernelGradient(LINE, kernel), t(8, 2, 4), t(8, 3, 6)),
            "the reach 3 of the kernel exceeds the padded input 2 along spatial axis 0"));
  }

  private static Arguments row(Supplier<Tensor> builder, String rule) {
    return Arguments.of(rule, builder);
  }

  private static Tensor t(int... dimensions) {
    return Tensor.apply(new Placeholder(Placeholder.Role.INPUT, "t", Shape.of(dimensions)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("convolutions")
  void aConvolutionStatesItsRule(String rule, Supplier<Tensor> builder) {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> GraphScope.within("conv2", builder))
        .withMessage("Op 'convolution' in 'conv2': " + rule + ".");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gradients")
  void theGradientsRefuseTheSameAndOtherCotangents(String rule, Supplier<Tensor> builder) {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(builder::get)
        .withMessageMatching("Op 'convolution_(input|kernel)_gradient': \\Q" + rule + "\\E\\.");
  }
}
