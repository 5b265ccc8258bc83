package org.prairieml.activations.learnable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class LearnableTests {

  private static Configured<Activation> configured(String name, Map<String, Object> options) {
    return TestServices.configured(Activation.class, name, options);
  }

  private static Map<String, Shape> parameters(Configured<Activation> function, Shape x) {
    Map<String, Shape> shapes = new TreeMap<>();
    Tensor y =
        function
            .service()
            .apply(
                Tensor.filled(x, 0.5),
                function.options(),
                ParameterScope.of(spec -> {
                  shapes.put(spec.name(), spec.shape());
                  return Tensor.of(spec.initial().sample(spec.shape(), new SplittableRandom(0)));
                }));
    assertThat(y.shape()).isEqualTo(x);
    return shapes;
  }

  @ParameterizedTest
  @CsvSource({"layer, 1, 7", "channel, 3, 21", "neuron, 12, 84"})
  void scopeDecidesHowManyParametersThereAre(String scope, int one, int vector) {
    Shape x = Shape.of(5, 4, 3);
    assertThat(parameters(configured("prelu", Map.of("scope", scope)), x).get("alpha").size())
        .isEqualTo(one);
    Map<String, Object> options = Map.of("scope", scope, "formula", "x * sigmoid(beta * x)");
    assertThat(parameters(configured("expression", options), x).get("beta").size()).isEqualTo(one);
    assertThat(parameters(configured("apl", Map.of("scope", scope)), x).get("a").size())
        .isEqualTo(vector);
    assertThat(parameters(configured("pau", Map.of("scope", scope)), x).get("numerator").size())
        .isEqualTo(6 * one);
    assertThat(
            parameters(configured("cubic-spline", Map.of("scope", scope, "points", 5)), x)
                .get("values")
                .size())
        .isEqualTo(7 * one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"apl", "splash", "piecewise-linear"})
  void startsFromReLU(String name) {
    double[] x = {-7, -2, -0.5, 0.5, 3, 9};
    FunctionValues values = FunctionValues.of(configured(name, Map.of()), x);
    assertThat(values.f()).containsExactly(new double[] {0, 0, 0, 0.5, 3, 9}, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"piecewise-linear", "cubic-spline"})
  void passesThroughTheStartFunctionAtItsPoints(String name) {
    double[] x = {-4, -3.5, -1, 0, 2.5, 4};
    FunctionValues values = FunctionValues.of(configured(name, Map.of("start", "sine")), x);
    for (int i = 0; i < x.length; i++) {
      assertThat(values.f()[i]).isEqualTo(Math.sin(x[i]), within(1e-14));
    }
  }

  /** The jump of the second derivative at a point of the grid is only that of the rounding. */
  @Test
  void cubicSplineIsTwiceContinuouslyDifferentiableAndStraightOutside() {
    Configured<Activation> spline = configured("cubic-spline", Map.of("start", "tanh"));
    double h = 1e-9;
    FunctionValues values = FunctionValues.of(spline, 1 - h, 1 + h, 5, 6, 8, -9);
    assertThat(values.d2f()[0]).isEqualTo(values.d2f()[1], within(1e-6));
    assertThat(values.d2f()[0]).isNotZero();
    assertThat(values.f()[4] - values.f()[3])
        .isEqualTo(2 * (values.f()[3] - values.f()[2]), within(1e-13));
    assertThat(values.d2f()[5]).isZero();
  }

  @Test
  void padesPlainFormHasItsPole() {
    Map<String, Object> options =
        Map.of("form", "plain", "numerator", List.of(1), "denominator", List.of(-1));
    assertThat(FunctionValues.of(configured("pau", options), 1, 3).f())
        .containsExactly(Double.POSITIVE_INFINITY, -0.5);
  }

  @Test
  void startValuesThatDoNotFitAreRefused() {
    Configured<Activation> apl =
        configured("apl", Map.of("a", List.of(1, 2), "b", List.of(1, 2, 3)));
    assertThatThrownBy(() -> FunctionValues.of(apl, 0))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("'a' has 2 values and 'b' has 3");
  }
}
