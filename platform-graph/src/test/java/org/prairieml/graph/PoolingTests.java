package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.graph.Elements.assertElements;
import static org.prairieml.graph.Elements.at;
import static org.prairieml.graph.Elements.indices;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** Pooling, stated by indices, and its gradients, on random windows over 1 to 3 axes. */
class PoolingTests {

  static Stream<RandomPooling> cases() {
    return RandomCases.seeds(40).map(RandomPooling::draw);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void maxIsTheLargestElementOfEachWindow(RandomPooling drawn) {
    NdArray x = drawn.arrays().uniform(drawn.input(), -3, -1);

    assertElements(
        Pooling.max(Tensor.of(x), drawn.window()),
        drawn.output(),
        place -> drawn.values(x, place).max().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void averageIsOverTheElementsOrOverTheWholeWindow(RandomPooling drawn) {
    NdArray x = drawn.arrays().uniform(drawn.input());

    assertElements(
        Pooling.average(Tensor.of(x), drawn.window()),
        drawn.output(),
        place -> drawn.values(x, place).average().orElseThrow());
    assertElements(
        Pooling.average(Tensor.of(x), drawn.window(), true),
        drawn.output(),
        place -> drawn.values(x, place).sum() / drawn.window().elements());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFirstOfThoseThatTieGetsTheGradient(RandomPooling drawn) {
    NdArray x = drawn.arrays().indices(drawn.input(), 2);
    NdArray weights = drawn.arrays().uniform(drawn.output());
    Tensor source = Tensor.of(x);
    Tensor scalar = Pooling.max(source, drawn.window()).mul(Tensor.of(weights)).sumAll();

    assertElements(
        Gradients.of(scalar, source),
        drawn.input(),
        index ->
            indices(drawn.output())
                .filter(place -> Arrays.equals(winner(drawn, x, place), index))
                .mapToDouble(place -> at(weights, place))
                .sum());
  }

  private static int[] winner(RandomPooling drawn, NdArray x, int[] place) {
    double largest = drawn.values(x, place).max().orElseThrow();
    return drawn.members(place).filter(index -> at(x, index) == largest).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreTheLimitsOfDifferenceQuotients(RandomPooling drawn) {
    List<NdArray> x = List.of(drawn.arrays().distinct(drawn.input()));

    GradientCheck.check(args -> Pooling.max(args.getFirst(), drawn.window()).sin(), x, 2);
    GradientCheck.check(args -> Pooling.average(args.getFirst(), drawn.window()).sin(), x, 2);
  }

  @Test
  void infinitiesAndNotANumberPass() {
    double infinity = Double.POSITIVE_INFINITY;
    Tensor x = line(-infinity, -infinity, infinity, 1, Double.NaN, 2);
    PoolingWindow window = PoolingWindow.of(2);

    assertThat(Evaluation.values(Pooling.max(x, window)))
        .containsExactly(-infinity, infinity, Double.NaN);
    assertThat(Evaluation.values(Pooling.max(x, window.withPadding(1))))
        .containsExactly(-infinity, infinity, Double.NaN, 2);
    assertThat(Evaluation.values(Pooling.average(x, window)))
        .containsExactly(-infinity, infinity, Double.NaN);
  }

  @Test
  void noElementOfAWindowIsLostToPadding() {
    Tensor x = line(-5, -6, -7);
    PoolingWindow window = PoolingWindow.of(3).withStride(1).withPadding(2);

    assertThat(Evaluation.values(Pooling.max(x, window))).containsExactly(-5, -5, -5, -6, -7);
    assertThat(Evaluation.values(Pooling.average(x, window)))
        .containsExactly(-5, -5.5, -6, -6.5, -7);
    assertThat(Evaluation.values(Pooling.average(x, window, true)))
        .containsExactly(
            new double[] {-5 / 3.0, -11 / 3.0, -6, -13 / 3.0, -7 / 3.0}, within(1e-15));
  }

  private static Tensor line(double... values) {
    return Tensor.of(new NdArray(Shape.of(1, values.length, 1), values));
  }
}
