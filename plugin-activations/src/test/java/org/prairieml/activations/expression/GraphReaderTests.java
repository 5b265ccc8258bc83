package org.prairieml.activations.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.graph.GraphException;

class GraphReaderTests {

  private static final double[] POINTS = {-30, -2.6, -1, -0.4, -1e-8, 0, 0.2, 1.7, 3, 50};

  static List<Activation> fixed() {
    return TestServices.INSTANCE.all(Activation.class).stream()
        .filter(activation -> activation.tags().contains("fixed"))
        .toList();
  }

  /** The same operations in the same order give the same bits. */
  @ParameterizedTest
  @MethodSource("fixed")
  void formulasOfDerivativesHaveTheDerivativesValues(Activation activation) {
    Configured<Activation> function = Configured.of(activation);
    FunctionGraph graph = FunctionGraph.of(function);
    FunctionValues values = FunctionValues.of(function, POINTS);

    assertThat(Evaluation.values(graph.formula(), POINTS)).containsExactly(values.f());
    assertThat(Evaluation.values(graph.derivative().formula(), POINTS))
        .containsExactly(values.df());
    assertThat(Evaluation.values(graph.derivative().derivative().formula(), POINTS))
        .containsExactly(values.d2f());
  }

  @Test
  void derivativesAreShortInCanonicalForm() {
    Formula slope =
        FunctionGraph.of(TestServices.configured(Activation.class, "tanh", Map.of()))
            .derivative()
            .formula();
    assertThat(slope.canonical()).hasToString("1 - square(tanh(x))");
  }

  @Test
  void subnetworksHaveNoFormula() {
    Configured<Activation> ldnn = TestServices.configured(Activation.class, "ldnn", Map.of());
    assertThatThrownBy(() -> FunctionGraph.of(ldnn).formula())
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("has no formula");
  }
}
