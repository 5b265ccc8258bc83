package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the elementwise primitives without an oracle mean, not-a-numbers and ties included. */
class ScalarMeaningTests {

  private static final double NAN = Double.NaN;

  static Stream<Arguments> pairs() {
    return Stream.of(
        row("less", Tensor::less, new double[] {1, 0, 0, 0, 0}),
        row("less or equal", Tensor::lessOrEqual, new double[] {1, 1, 0, 0, 0}),
        row("greater or equal", Tensor::greaterOrEqual, new double[] {0, 1, 1, 0, 0}),
        row("equal", Tensor::equalTo, new double[] {0, 1, 0, 0, 0}),
        row("max", Tensor::max, new double[] {2, 2, 2, NAN, NAN}),
        row("min", Tensor::min, new double[] {1, 2, 1, NAN, NAN}),
        row("div", Tensor::div, new double[] {0.5, 1, 2, NAN, NAN}));
  }

  private static Arguments row(String name, BinaryOperator<Tensor> function, double[] expected) {
    return Arguments.of(name, function, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void pairsAreComparedAndCombined(
      String name, BinaryOperator<Tensor> function, double[] expected) {
    Tensor a = Tensor.of(NdArray.vector(1, 2, 2, 1, NAN));
    Tensor b = Tensor.of(NdArray.vector(2, 2, 1, NAN, NAN));

    assertThat(Evaluation.values(function.apply(a, b))).containsExactly(expected);
  }

  @Test
  void divisionByZeroIsThatOfIeeeOrZero() {
    Tensor a = Tensor.of(NdArray.vector(1, -1, 0, NAN));
    Tensor zero = Tensor.of(0);

    assertThat(Evaluation.values(a.div(zero)))
        .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, NAN, NAN);
    assertThat(Evaluation.values(a.divNoNan(zero))).containsExactly(0, 0, 0, 0);
    assertThat(Evaluation.values(a.divNoNan(Tensor.of(-0.0)))).containsExactly(0, 0, 0, 0);
  }

  @Test
  void stepsAreWholeNumbers() {
    Tensor x = Tensor.of(NdArray.vector(-1.5, -1, 0, 0.5, 2.5, NAN));

    assertThat(Evaluation.values(x.floor())).containsExactly(-2, -1, 0, 0, 2, NAN);
    assertThat(Evaluation.values(x.sign())).containsExactly(-1, -1, 0, 1, 1, NAN);
  }

  @Test
  void numbersStandOnEitherSide() {
    Tensor x = Tensor.of(NdArray.vector(1, 4));

    assertThat(Evaluation.values(x.add(1))).containsExactly(2, 5);
    assertThat(Evaluation.values(x.sub(1))).containsExactly(0, 3);
    assertThat(Evaluation.values(x.rsub(1))).containsExactly(0, -3);
    assertThat(Evaluation.values(x.mul(2))).containsExactly(2, 8);
    assertThat(Evaluation.values(x.div(2))).containsExactly(0.5, 2);
  }

  @Test
  void tangentAndLogarithmsAreThoseOfTheLanguage() {
    for (double x : new double[] {1e-10, 0.3, 1.2, 40}) {
      assertThat(Unary.TAN.apply(x)).isEqualTo(Math.tan(x));
      assertThat(Unary.LOG.apply(x)).isEqualTo(Math.log(x));
      assertThat(Unary.LOG1P.apply(x)).isEqualTo(Math.log1p(x));
    }
    assertThat(Binary.POW.apply(2, 10)).isEqualTo(1024);
  }

  @Test
  void aTensorSaysWhatItIs() {
    Tensor x = Tensor.of(NdArray.vector(1, 2));

    assertThat(x.exp()).hasToString("exp[2]");
    assertThat(x.divNoNan(x)).hasToString("div_no_nan[2]");
    assertThat(x.scaledBessel(1)).hasToString("bessel_i1e[2]");
    assertThat(x.exp().operand(0)).isSameAs(x);
  }
}
