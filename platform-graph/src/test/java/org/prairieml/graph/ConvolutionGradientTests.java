package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** Gradients of convolution and its two adjoints to second order, on random geometries. */
class ConvolutionGradientTests {

  private static final int ORDER = 2;

  static Stream<Long> seeds() {
    return RandomCases.seeds(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theConvolutionAgreesWithDifferenceQuotients(long seed) {
    RandomConvolution drawn = RandomConvolution.draw(seed);

    check(seed, new Convolution(drawn.geometry()), drawn.input(), drawn.kernel());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theInputGradientAgreesWithDifferenceQuotients(long seed) {
    RandomConvolution drawn = RandomConvolution.draw(seed);
    Primitive gradient = new ConvolutionInputGradient(drawn.geometry(), drawn.input());

    check(seed, gradient, drawn.output(), drawn.kernel());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theKernelGradientAgreesWithDifferenceQuotients(long seed) {
    RandomConvolution drawn = RandomConvolution.draw(seed);
    Primitive gradient = new ConvolutionKernelGradient(drawn.geometry(), drawn.kernel());

    check(seed, gradient, drawn.input(), drawn.output());
  }

  private static void check(long seed, Primitive primitive, Shape first, Shape second) {
    RandomArrays arrays = new RandomArrays(new SplittableRandom(seed));
    GradientCheck.check(
        args -> Tensor.apply(primitive, args.get(0), args.get(1)),
        List.of(arrays.uniform(first, -1, 1), arrays.uniform(second, -1, 1)),
        ORDER);
  }

  @Test
  void theThreeAreClosedUnderDifferentiation() {
    List<Tensor> sources = List.of(ones(2, 7, 2), ones(3, 2, 2));
    Tensor y = sources.get(0).convolve(sources.get(1), ConvolutionGeometry.of(1));
    Tensor scalar = y.square().sumAll();
    for (int order = 1; order <= 3; order++) {
      scalar =
          Gradients.of(scalar, sources).stream()
              .map(gradient -> gradient.square().sumAll())
              .reduce(Tensor::add)
              .orElseThrow();
    }
    Program program = Program.builder("third order").output("scalar", scalar).build();

    assertThat(program.order())
        .extracting(node -> (Object) node.primitive().getClass())
        .contains(
            Convolution.class, ConvolutionInputGradient.class, ConvolutionKernelGradient.class)
        .doesNotContain(Slice.class, Pad.class, Permute.class, MatMul.class);
  }

  private static Tensor ones(int... dimensions) {
    return Tensor.of(NdArray.filled(Shape.of(dimensions), 1));
  }
}
