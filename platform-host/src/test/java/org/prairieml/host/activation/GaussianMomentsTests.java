package org.prairieml.host.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;
import tools.jackson.databind.JsonNode;

class GaussianMomentsTests {

  /** Smooth ones, kinks, fast growth. */
  private static final Map<String, UnaryOperator<Tensor>> FUNCTIONS =
      Map.of(
          "relu",
          Formulas::relu,
          "tanh",
          Tensor::tanh,
          "abs",
          Tensor::abs,
          "exp",
          Tensor::exp,
          "cosh",
          Tensor::cosh,
          "cube",
          x -> x.square().mul(x),
          "swish",
          x -> x.mul(x.sigmoid()),
          "hard_sigmoid",
          x -> x.mul(0.2).add(0.5).min(Tensor.of(1)).max(Tensor.of(0)),
          "gaussian",
          x -> x.square().neg().exp());

  /** 1e-10: what the oracle asks of an adaptive quadrature. */
  @ParameterizedTest
  @ValueSource(
      strings = {"relu", "tanh", "abs", "exp", "cosh", "cube", "swish", "hard_sigmoid", "gaussian"})
  void agreeWithTheOracle(String name) {
    JsonNode expected = standardNormal(name);
    GaussianMoments found = GaussianMoments.of(Functions.of(FUNCTIONS.get(name)));
    double mean = expected.get("mean").doubleValue();
    double variance = expected.get("var").doubleValue();
    assertThat(found.mean()).isEqualTo(mean, within(1e-10 * Math.max(1, Math.abs(mean))));
    assertThat(found.variance()).isEqualTo(variance, within(1e-10 * Math.max(1, variance)));
  }

  private static JsonNode standardNormal(String name) {
    return Oracles.read("gaussian_moments.json")
        .get("activations")
        .valueStream()
        .filter(entry ->
            entry.get("name").stringValue().equals(name)
                && entry.get("mean_in").doubleValue() == 0
                && entry.get("var_in").doubleValue() == 1)
        .findFirst()
        .orElseThrow();
  }

  /** E log|x| = -(gamma + log 2) / 2, Var log|x| = pi^2 / 8. */
  @Test
  void singularityOfTheLogarithmIsIntegrated() {
    GaussianMoments found = GaussianMoments.of(Functions.of(x -> x.abs().log()));
    assertThat(found.mean()).isEqualTo(-(0.5772156649015329 + Math.log(2)) / 2, within(1e-10));
    assertThat(found.variance()).isEqualTo(Math.PI * Math.PI / 8, within(1e-10));
  }

  @Test
  void doNotExistWhereTheIntegralDivergesOrTheFunctionIsNotANumber() {
    assertThat(GaussianMoments.of(Functions.of(Tensor::reciprocal)).variance()).isNaN();
    assertThat(GaussianMoments.of(Functions.of(Tensor::sqrt)).mean()).isNaN();
  }

  @Test
  void steepestSlopeIsFoundBetweenThePointsOfTheGrid() {
    // The largest slope of swish is at x = 2.3993572805154677, where its second derivative is 0.
    assertThat(Steepness.of(Functions.of(x -> x.mul(x.sigmoid()))))
        .isEqualTo(1.0998393201288203, within(1e-12));
    assertThat(Steepness.of(Functions.of(Tensor::exp))).isEqualTo(Math.exp(5), within(1e-10));
    assertThat(Steepness.of(Functions.of(Tensor::sqrt))).isNaN();
  }
}
