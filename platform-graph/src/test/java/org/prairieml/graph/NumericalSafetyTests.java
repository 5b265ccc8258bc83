package org.prairieml.graph;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives where training goes and formulas break: far out, at 0, at kinks. */
class NumericalSafetyTests {

  /** Functions with a place and what value, first and second derivative are there. */
  static Stream<Arguments> places() {
    // e^-100 and what the second derivatives of the three functions are there.
    double small = Math.exp(-100);
    return Stream.of(
        row("sigmoid", Tensor::sigmoid, 100, 1, small, -small),
        row("sigmoid", Tensor::sigmoid, -100, small, small, small),
        row("sigmoid", Tensor::sigmoid, 1000, 1, 0, 0),
        row("sigmoid", Tensor::sigmoid, -1000, 0, 0, 0),
        row("softplus", Tensor::softplus, 100, 100, 1, small),
        row("softplus", Tensor::softplus, -100, small, small, small),
        row("softplus", Tensor::softplus, 1000, 1000, 1, 0),
        row("softplus", Tensor::softplus, -1000, 0, 0, 0),
        row("log_sigmoid", Formulas::logSigmoid, 100, -small, small, -small),
        row("log_sigmoid", Formulas::logSigmoid, -100, -100, 1, -small),
        row("log_sigmoid", Formulas::logSigmoid, 1000, 0, 0, 0),
        row("log_sigmoid", Formulas::logSigmoid, -1000, -1000, 1, 0),
        row("tanh", Tensor::tanh, 1000, 1, 0, 0),
        row("tanh", Tensor::tanh, -1000, -1, 0, 0),
        row("asinh", Tensor::asinh, 1e8, Math.log(2e8), 1e-8, -1e-16),
        row("asinh", Tensor::asinh, -1e200, -Math.log(2) - 200 * Math.log(10), 0, 0),
        row("asinh", Tensor::asinh, POSITIVE_INFINITY, POSITIVE_INFINITY, 0, 0),
        row("asinh", Tensor::asinh, NEGATIVE_INFINITY, NEGATIVE_INFINITY, 0, 0),
        row("atan", Tensor::atan, 1e60, Math.PI / 2, 1e-120, -2e-180),
        row("atan", Tensor::atan, Double.MAX_VALUE, Math.PI / 2, 0, 0),
        row("atan", Tensor::atan, NEGATIVE_INFINITY, -Math.PI / 2, 0, 0),
        row("erf", Tensor::erf, 1e308, 1, 0, 0),
        row("erf", Tensor::erf, NEGATIVE_INFINITY, -1, 0, 0),
        row("erfc", Tensor::erfc, NEGATIVE_INFINITY, 2, 0, 0),
        row("erfc", Tensor::erfc, -1e308, 2, 0, 0),
        row("erfc", Tensor::erfc, POSITIVE_INFINITY, 0, 0, 0),
        row("sqrt", Tensor::sqrt, 0, 0, 0, 0),
        row("abs", Tensor::abs, 0, 0, 0, 0),
        row("sign", Tensor::sign, 0, 0, 0, 0),
        row("relu", Formulas::relu, 0, 0, 0, 0),
        row("x^0", x -> x.pow(Tensor.of(0)), 0, 1, 0, 0),
        row("x^0.5", x -> x.pow(Tensor.of(0.5)), 0, 0, 0, 0),
        row("x^1", x -> x.pow(Tensor.of(1)), 0, 0, 1, 0),
        row("x^1.5", x -> x.pow(Tensor.of(1.5)), 0, 0, 0, 0),
        row("x^2", x -> x.pow(Tensor.of(2)), 0, 0, 0, 2),
        row("x^3", x -> x.pow(Tensor.of(3)), 0, 0, 0, 0),
        row("0^x", x -> Tensor.of(0).pow(x), 0, 1, 0, 0),
        row("0^x", x -> Tensor.of(0).pow(x), 2, 0, 0, 0),
        row("(-2)^x", x -> Tensor.of(-2).pow(x), 2, 4, 0, 0),
        row("x/0", x -> x.divNoNan(Tensor.of(0)), 0, 0, 0, 0),
        row("x/0", x -> x.divNoNan(Tensor.of(0)), 1, 0, 0, 0),
        row("0/x", x -> Tensor.of(0).divNoNan(x), 0, 0, 0, 0),
        row("1/x", x -> Tensor.of(1).divNoNan(x), 0, 0, 0, 0),
        row("x/x", x -> x.divNoNan(x), 0, 0, 0, 0),
        row("the first of a tie of max", x -> x.max(Tensor.of(3)), 3, 3, 1, 0),
        row("the second of a tie of max", x -> Tensor.of(3).max(x), 3, 3, 0, 0),
        row("the first of a tie of min", x -> x.min(Tensor.of(3)), 3, 3, 1, 0),
        row("the second of a tie of min", x -> Tensor.of(3).min(x), 3, 3, 0, 0),
        row("max with itself", x -> x.max(x), 3, 3, 1, 0),
        row("a branch not chosen", NumericalSafetyTests::guardedLogarithm, 0, 0, 0, 0));
  }

  private static Arguments row(
      String name, UnaryOperator<Tensor> f, double x, double value, double slope, double bend) {
    return Arguments.of(name, x, f, value, slope, bend);
  }

  private static Tensor guardedLogarithm(Tensor x) {
    Tensor positive = Tensor.of(0).less(x);
    return positive.select(positive.select(x, 1).log(), 0);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("places")
  void valueAndTwoDerivativesAreRight(
      String name, double at, UnaryOperator<Tensor> f, double value, double slope, double bend) {
    Tensor x = Tensor.of(at);
    Tensor y = f.apply(x);
    Tensor first = Gradients.of(y, x);
    Tensor second = Gradients.of(first, x);

    assertClose(Evaluation.value(y), value);
    assertClose(Evaluation.value(first), slope);
    assertClose(Evaluation.value(second), bend);
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
  }

  @Test
  void thePowersOfZeroStayFiniteInTheMixedDerivativeToo() {
    Tensor base = Tensor.of(NdArray.vector(0, 0, 0, 0, 0));
    Tensor exponent = Tensor.of(NdArray.vector(-1, 0, 0.5, 1, 2));
    List<Tensor> sources = List.of(base, exponent);
    List<Tensor> ones = List.of(Tensor.filled(Shape.of(5), 1), Tensor.filled(Shape.of(5), 1));

    for (Tensor product : Gradients.hessianVector(base.pow(exponent).sumAll(), sources, ones)) {
      assertThat(Evaluation.values(product)).matches(NumericalSafetyTests::finite);
    }
  }

  @Test
  void elementsThatTieForTheMaximumShareItsGradient() {
    Tensor x = Tensor.of(new NdArray(Shape.of(2, 3), new double[] {5, 1, 5, 2, 2, 2}));
    double third = 1.0 / 3;

    assertThat(Evaluation.values(Gradients.of(x.max(1).sumAll(), x)))
        .containsExactly(0.5, 0, 0.5, third, third, third);
  }

  @Test
  void logSumExpIsFiniteForLargeLogitsAndForThoseThatAreRuledOut() {
    double[] logits = {1e4, -1e4, 0, NEGATIVE_INFINITY, NEGATIVE_INFINITY, -3, -1e4, -1e4, -1e4};
    Tensor x = Tensor.of(new NdArray(Shape.of(3, 3), logits));
    Tensor y = Formulas.logSumExp(x, 1);
    Tensor gradient = Gradients.of(y.sumAll(), x);
    Tensor bend = Gradients.of(gradient.square().sumAll(), x);
    double third = 1.0 / 3;

    assertThat(Evaluation.values(y)).containsExactly(1e4, -3, -1e4 + Math.log(3));
    assertThat(Evaluation.values(gradient))
        .containsExactly(new double[] {1, 0, 0, 0, 0, 1, third, third, third}, within(1e-15));
    assertThat(Evaluation.values(bend)).matches(NumericalSafetyTests::finite);
  }

  @Test
  void softmaxOfEqualLogitsIsEven() {
    for (double logit : new double[] {0, 1e4, -1e4, 1e16}) {
      Tensor x = Tensor.filled(Shape.of(2, 4), logit);
      Tensor y = Formulas.softmax(x, -1);

      assertThat(Evaluation.values(y)).containsOnly(new double[] {0.25}, within(1e-15));
      assertThat(Evaluation.values(Gradients.of(y.slice(1, 0, 1).sumAll(), x)))
          .containsExactly(
              new double[] {0.1875, -0.0625, -0.0625, -0.0625, 0.1875, -0.0625, -0.0625, -0.0625},
              within(1e-15));
    }
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
