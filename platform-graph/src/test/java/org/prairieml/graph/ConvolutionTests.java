package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.graph.Elements.append;
import static org.prairieml.graph.Elements.assertElements;
import static org.prairieml.graph.Elements.at;
import static org.prairieml.graph.Elements.indices;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** What convolution and its two adjoints mean, stated by indices, on random geometries. */
class ConvolutionTests {

  private static final ConvolutionGeometry PLAIN = ConvolutionGeometry.of(1);

  private final RandomArrays arrays = new RandomArrays(new SplittableRandom(3));

  static Stream<RandomConvolution> cases() {
    return RandomCases.seeds(80).map(RandomConvolution::draw);
  }

  @Test
  void theCasesShowEveryFeature() {
    assertThat(cases())
        .anyMatch(drawn -> drawn.geometry().axes() == 1)
        .anyMatch(drawn -> drawn.geometry().axes() == 2)
        .anyMatch(drawn -> drawn.geometry().axes() == 3)
        .anyMatch(drawn -> drawn.geometry().stride().contains(3))
        .anyMatch(drawn -> drawn.geometry().dilation().contains(2))
        .anyMatch(drawn -> !drawn.geometry().before().equals(drawn.geometry().after()))
        .anyMatch(drawn -> drawn.geometry().groups() == 3 && !drawn.isDepthwise())
        .anyMatch(RandomConvolution::isDepthwise)
        .anyMatch(RandomConvolution::leavesElementsUnread)
        .anyMatch(drawn -> drawn.input().dimension(0) == 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyOutputIsTheSumOverTheKernelOfItsGroup(RandomConvolution drawn) {
    NdArray x = arrays.uniform(drawn.input());
    NdArray kernel = arrays.uniform(drawn.kernel());

    assertElements(
        Tensor.of(x).convolve(Tensor.of(kernel), drawn.geometry()),
        drawn.output(),
        index -> output(drawn.geometry(), x, kernel, index));
  }

  private static double output(
      ConvolutionGeometry geometry, NdArray x, NdArray kernel, int[] index) {
    int last = index.length - 1;
    int perGroup = kernel.shape().dimension(-1) / geometry.groups();
    int firstChannel = index[last] / perGroup * kernel.shape().dimension(-2);
    return indices(kernel.shape().remove(-1))
        .mapToDouble(tap -> {
          int[] source = index.clone();
          source[last] = firstChannel + tap[last - 1];
          for (int axis = 0; axis < geometry.axes(); axis++) {
            source[axis + 1] =
                index[axis + 1] * geometry.stride().get(axis)
                    + tap[axis] * geometry.dilation().get(axis)
                    - geometry.before().get(axis);
          }
          return atOrZero(x, source) * at(kernel, append(tap, index[last]));
        })
        .sum();
  }

  private static double atOrZero(NdArray x, int[] index) {
    boolean inside =
        IntStream.range(0, index.length)
            .allMatch(axis -> index[axis] >= 0 && index[axis] < x.shape().dimension(axis));
    return inside ? at(x, index) : 0;
  }

  /** With L the convolution by a kernel, [L x, y] = [x, L' y]; and the same for the kernel. */
  @ParameterizedTest
  @MethodSource("cases")
  void theGradientsAreAdjointsOfTheConvolution(RandomConvolution drawn) {
    Tensor x = Tensor.of(arrays.uniform(drawn.input()));
    Tensor kernel = Tensor.of(arrays.uniform(drawn.kernel()));
    Tensor y = Tensor.of(arrays.uniform(drawn.output()));
    Tensor toInput = y.convolveTransposed(kernel, drawn.geometry(), drawn.input());
    Tensor toKernel =
        Tensor.apply(new ConvolutionKernelGradient(drawn.geometry(), drawn.kernel()), x, y);
    double expected = inner(x.convolve(kernel, drawn.geometry()), y);

    assertThat(inner(x, toInput)).isCloseTo(expected, within(1e-11));
    assertThat(inner(kernel, toKernel)).isCloseTo(expected, within(1e-11));
  }

  private static double inner(Tensor a, Tensor b) {
    return Evaluation.value(a.mul(b).sumAll());
  }

  @Test
  void theKernelIsNotReversed() {
    assertThat(Evaluation.values(line(1, 2, 3, 4).convolve(taps(10, 1), PLAIN)))
        .containsExactly(12, 23, 34);
  }

  @Test
  void aTransposedConvolutionSpreadsTheKernelOutByTheStride() {
    Tensor spread =
        line(1, 2).convolveTransposed(taps(1, 10, 100), PLAIN.withStride(2), Shape.of(1, 6, 1));

    assertThat(Evaluation.values(spread)).containsExactly(1, 10, 102, 20, 200, 0);
  }

  @Test
  void paddingIsLeftOutAlsoWhereTheKernelIsNotFinite() {
    Tensor kernel = taps(Double.POSITIVE_INFINITY, 1);

    assertThat(Evaluation.values(line(2, 3).convolve(kernel, PLAIN.withPadding(1))))
        .containsExactly(2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Test
  void anInputOfPaddingAloneGivesZeros() {
    Tensor empty = Tensor.of(new NdArray(Shape.of(1, 0, 1), new double[0]));

    assertThat(Evaluation.values(empty.convolve(taps(1, 2), PLAIN.withPadding(1))))
        .containsExactly(0);
  }

  @Test
  void withoutInputChannelsTheResultIsZero() {
    Tensor x = Tensor.filled(Shape.of(1, 3, 0), 1);
    Tensor kernel = Tensor.filled(Shape.of(2, 0, 4), 1);

    assertElements(x.convolve(kernel, PLAIN), Shape.of(1, 2, 4), _ -> 0);
  }

  @Test
  void aDenseLayerIsAConvolutionOfOneElement() {
    NdArray x = arrays.uniform(Shape.of(2, 5, 3));
    NdArray kernel = arrays.uniform(Shape.of(1, 3, 4));
    Tensor product = Tensor.of(x).matmul(Tensor.of(kernel.reshape(Shape.of(3, 4))));

    assertThat(Evaluation.values(Tensor.of(x).convolve(Tensor.of(kernel), PLAIN)))
        .containsExactly(Evaluation.values(product), within(1e-15));
  }

  private static Tensor line(double... values) {
    return Tensor.of(new NdArray(Shape.of(1, values.length, 1), values));
  }

  private static Tensor taps(double... values) {
    return Tensor.of(new NdArray(Shape.of(values.length, 1, 1), values));
  }
}
