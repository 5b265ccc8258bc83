package org.prairieml.activations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
