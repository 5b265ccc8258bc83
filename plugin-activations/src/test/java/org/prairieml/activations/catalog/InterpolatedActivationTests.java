package org.prairieml.activations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.GraphException;
import tools.jackson.databind.JsonNode;

class InterpolatedActivationTests {

  static Stream<JsonNode> captures() {
    return Oracles.read("ldnn.json").get("problems").valueStream().map(p -> p.get("captured"));
  }

  /** 1e-13: both sides round a slope of order 1 over a segment of 0.2. */
  @ParameterizedTest
  @MethodSource("captures")
  void isNumpyInterp(JsonNode captured) {
    Configured<Activation> function =
        InterpolatedActivation.of(-10, 10, Oracles.doubles(captured.get("table")));
    double[] values = FunctionValues.of(function, Oracles.doubles(captured.get("query"))).f();
    assertThat(values).containsExactly(Oracles.doubles(captured.get("value")), within(1e-13));
  }

  @Test
  void derivativeIsTheSlopeInsideAndZeroOutside() {
    Configured<Activation> function = InterpolatedActivation.of(0, 3, new double[] {0, 1, -1, 2});
    FunctionValues values = FunctionValues.of(function, -1, 0.5, 1.25, 2.9, 4);
    assertThat(values.f()).containsExactly(new double[] {0, 0.5, 0.5, 1.7, 2}, within(1e-15));
    assertThat(values.df()).containsExactly(new double[] {0, 1, -2, 3, 0}, within(1e-15));
    assertThat(values.d2f()).containsOnly(0);
  }

  @Test
  void outermostSegmentsMayGoOn() {
    Configured<Activation> function =
        InterpolatedActivation.of(0, 3, new double[] {0, 1, -1, 2})
            .with(InterpolatedActivation.OUTSIDE, InterpolatedActivation.Outside.LINEAR);
    FunctionValues values = FunctionValues.of(function, -2, 5);
    assertThat(values.f()).containsExactly(new double[] {-2, 8}, within(1e-15));
    assertThat(values.df()).containsExactly(new double[] {1, 3}, within(1e-15));
  }

  @Test
  void passesThroughItsPoints() {
    double[] table = {3, -1, 4, 1, -5};
    FunctionValues values =
        FunctionValues.of(InterpolatedActivation.of(-2, 2, table), -2, -1, 0, 1, 2);
    assertThat(values.f()).containsExactly(table, within(1e-15));
  }

  /** The natural spline of a function whose curvature vanishes at both ends errs by h⁴ alone. */
  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80})
  void splineMeetsASineAndItsDerivatives(int segments) {
    double h = 2 * Math.PI / segments;
    double[] table =
        IntStream.rangeClosed(0, segments).mapToDouble(i -> Math.sin(h * i - Math.PI)).toArray();
    Configured<Activation> function =
        InterpolatedActivation.of(-Math.PI, Math.PI, table)
            .with(InterpolatedActivation.BETWEEN, InterpolatedActivation.Between.CUBIC_SPLINE);
    double[] x = IntStream.range(0, 99).mapToDouble(i -> -3.1 + i * 0.0631).toArray();
    FunctionValues values = FunctionValues.of(function, x);
    for (int i = 0; i < x.length; i++) {
      // Hall and Meyer (1976): 5/384, 1/24 and 3/8 times the fourth derivative, here at most 1.
      assertThat(values.f()[i]).isCloseTo(Math.sin(x[i]), within(5.0 / 384 * Math.pow(h, 4)));
      assertThat(values.df()[i]).isCloseTo(Math.cos(x[i]), within(Math.pow(h, 3) / 24));
      assertThat(values.d2f()[i]).isCloseTo(-Math.sin(x[i]), within(3.0 / 8 * h * h));
    }
  }

  /** 1e-9: ten digits of cancellation less than the coefficients' sixteen. */
  @ParameterizedTest
  @EnumSource(InterpolatedActivation.Outside.class)
  void polynomialMeetsPolynomialsOfItsDegree(InterpolatedActivation.Outside outside) {
    DoubleUnaryOperator cubic = x -> 2 - x + 0.5 * x * x * x;
    double[] table =
        IntStream.range(0, 21).mapToDouble(i -> cubic.applyAsDouble(-2 + 0.2 * i)).toArray();
    Configured<Activation> function =
        InterpolatedActivation.of(-2, 2, table)
            .with(InterpolatedActivation.BETWEEN, InterpolatedActivation.Between.POLYNOMIAL)
            .with(InterpolatedActivation.DEGREE, 9)
            .with(InterpolatedActivation.OUTSIDE, outside);
    FunctionValues values = FunctionValues.of(function, -1.93, 0.31, 1.99, 3);
    double end = outside == InterpolatedActivation.Outside.LINEAR ? 4 + 5 : 4;
    assertThat(values.f())
        .containsExactly(
            new double[] {
              cubic.applyAsDouble(-1.93), cubic.applyAsDouble(0.31), cubic.applyAsDouble(1.99), end
            },
            within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(InterpolatedActivation.Between.class)
  void derivativeAtTheEndsIsTheSlopeThere(InterpolatedActivation.Between between) {
    Configured<Activation> function =
        InterpolatedActivation.of(0, 3, new double[] {0, 1, -1, 2})
            .with(InterpolatedActivation.BETWEEN, between)
            .with(InterpolatedActivation.DEGREE, 2)
            .with(InterpolatedActivation.OUTSIDE, InterpolatedActivation.Outside.LINEAR);
    FunctionValues values = FunctionValues.of(function, -1e-9, 0, 3, 3 + 1e-9);
    assertThat(values.df()[1]).isCloseTo(values.df()[0], within(1e-6));
    assertThat(values.df()[2]).isCloseTo(values.df()[3], within(1e-6));
    assertThat(values.f()[1]).isCloseTo(values.f()[0], within(1e-7));
    assertThat(values.f()[2]).isCloseTo(values.f()[3], within(1e-7));
  }

  @Test
  void roundTripsThroughPlainData() {
    Configured<Activation> function = InterpolatedActivation.of(-1, 1, new double[] {0.5, 0.25});
    Map<String, Object> plain = function.toPlain();
    assertThat(plain).containsEntry("values", List.of(0.5, 0.25));
    assertThat(TestServices.configured(Activation.class, "interpolated", plain).toPlain())
        .isEqualTo(plain);
  }

  @Test
  void needsTwoPointsInOrder() {
    assertThatThrownBy(
            () -> FunctionValues.of(InterpolatedActivation.of(0, 1, new double[] {1}), 0))
        .isInstanceOf(GraphException.class);
    assertThatThrownBy(
            () -> FunctionValues.of(InterpolatedActivation.of(1, 0, new double[] {1, 2}), 0))
        .isInstanceOf(GraphException.class);
  }
}
