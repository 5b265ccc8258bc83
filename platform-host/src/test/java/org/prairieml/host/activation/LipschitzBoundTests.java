package org.prairieml.host.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class LipschitzBoundTests {

  /** Smooth ones, kinks, plateaus of the slope, tables, products of matrices. */
  static Stream<Arguments> functions() {
    return Stream.of(
        // The largest slope of swish is at x = 2.3993572805154677, where its second derivative is
        // 0.
        bounded("swish", x -> x.mul(x.sigmoid()), 1.0998393201288203),
        bounded("exp", Tensor::exp, Math.exp(5)),
        bounded("identity", x -> x, 1),
        bounded("zero", x -> x.mul(0), 0),
        bounded("relu", Formulas::relu, 1),
        bounded("leaky", x -> Tensor.of(0).lessOrEqual(x).select(x, x.mul(0.01)), 1),
        bounded("kink at 0.3", x -> x.sub(0.3).abs().add(x), 2),
        bounded("sine", x -> x.mul(3).sin(), 3),
        bounded("cosine and square", x -> x.square().cos(), 9.710313544091798),
        bounded("softsign", x -> x.div(x.abs().add(1)), 1),
        bounded("gaussian", Tensor::gaussian, Math.sqrt(2 / Math.E)),
        bounded("cube", x -> x.pow(Tensor.of(3)), 75),
        bounded("bessel", x -> x.scaledBessel(1), 0.5),
        bounded("table", LipschitzBoundTests::table, 3),
        bounded("product", LipschitzBoundTests::product, 1.5));
  }

  private static Arguments bounded(String name, UnaryOperator<Tensor> function, double exact) {
    return Arguments.of(name, function, exact);
  }

  /** Straight between 0, 1, -2 and 0 at -5, -1, 1 and 5, with the steps of 2 as its unit. */
  private static Tensor table(Tensor x) {
    Tensor position = x.add(5);
    Tensor index = position.floor();
    Tensor values = Tensor.of(NdArray.vector(0, 1, 2, 1, -2, -2, -1, 0, 0, 0, 0, 0));
    Tensor from = values.gather(0, index);
    Tensor to = values.gather(0, index.add(1));
    return from.add(to.sub(from).mul(position.sub(index)));
  }

  /** tanh(x) + 0.5 x, by a product of matrices. */
  private static Tensor product(Tensor x) {
    Tensor both = Tensor.concat(1, List.of(x.tanh(), x));
    return both.matmul(Tensor.of(new NdArray(Shape.of(2, 1), new double[] {1, 0.5})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void constantLiesBetweenCloseBounds(String name, UnaryOperator<Tensor> function, double exact) {
    LipschitzBound bound = LipschitzBound.of(Functions.of(function));
    double slack = 1e-8 * Math.max(1, exact);
    assertThat(bound.atMost()).isGreaterThanOrEqualTo(exact).isEqualTo(exact, within(slack));
    assertThat(bound.atLeast()).isEqualTo(exact, within(slack));
    assertThat(bound.atLeast()).isLessThanOrEqualTo(bound.atMost());
  }

  @Test
  void whatJumpsOrHasAPoleHasNone() {
    for (UnaryOperator<Tensor> function :
        List.<UnaryOperator<Tensor>>of(
            Tensor::floor,
            x -> x.sub(0.1).sign(),
            x -> x.abs().less(Tensor.of(0.7)).select(x, 0),
            x -> x.sub(1e-7).reciprocal(),
            x -> x.add(1e-7).abs().log(),
            x -> x.sub(0.3).abs().sqrt(),
            Tensor::tan)) {
      assertThat(LipschitzBound.of(Functions.of(function)).atMost()).isInfinite();
    }
  }

  @Test
  void whatIsNotANumberHasNone() {
    assertThat(LipschitzBound.of(Functions.of(Tensor::sqrt)).atLeast()).isNaN();
  }

  /** Values at random points of random intervals are in what the interval gives. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void intervalsEncloseValues(String name, UnaryOperator<Tensor> function, double exact) {
    Tensor x = Tensor.apply(new Placeholder(Placeholder.Role.INPUT, "x", Shape.of(1, 1)));
    IntervalEvaluator evaluator = new IntervalEvaluator(function.apply(x));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double low = random.nextDouble(-5, 5);
      double high = low + (5 - low) * Math.pow(random.nextDouble(), 8);
      Interval all = evaluator.of(new Interval(low, high));
      double inside = low + (high - low) * random.nextDouble();
      double value = Functions.of(function).values(0, inside).getFirst()[0];
      assertThat(all.contains(value)).as("%s at %s in %s", value, inside, all).isTrue();
    }
  }
}
