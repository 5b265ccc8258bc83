package org.prairieml.host.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.Tensor;
import org.prairieml.host.plugins.RealActivations;
import org.prairieml.host.plugins.ServiceRegistry;
import tools.jackson.databind.JsonNode;

class GaussianMomentsTests {

  /** What the oracle asks of an adaptive quadrature. */
  private static final double TOLERANCE = 1e-10;

  private static final double EULER = 0.5772156649015329;

  /**
   * The oracle's rule has a fixed number of points and meets a logarithm's singularity: its mean is
   * off by 4e-4, as {@link #oracleMissesTheClosedFormOfTheLogarithm} shows. It is judged by the
   * closed form instead.
   */
  private static final String SINGULAR = "log_abs_eps";

  /** With options, which a name alone does not have. */
  private static final Set<String> CONFIGURED = Set.of("light");

  private static final ServiceRegistry SERVICES =
      new ServiceRegistry(RealActivations.installation());

  /** All but {@link #SINGULAR}, at mean 0 and variance 1, which is what is shown. */
  static Stream<Arguments> functions() {
    return standardNormal()
        .filter(entry -> !CONFIGURED.contains(name(entry)) && !name(entry).equals(SINGULAR))
        .map(entry -> Arguments.of(name(entry), entry));
  }

  private static Stream<JsonNode> standardNormal() {
    return Oracles.read("gaussian_moments.json")
        .get("activations")
        .valueStream()
        .filter(entry ->
            entry.get("mean_in").doubleValue() == 0 && entry.get("var_in").doubleValue() == 1);
  }

  private static String name(JsonNode entry) {
    return entry.get("name").stringValue();
  }

  private static SampledFunction read(JsonNode entry) {
    String name = name(entry);
    String text =
        switch (name) {
          case "selu" -> "selu_short(x)";
          case "selu_full" -> "selu(x)";
          case "prelu" -> "where(0 <= x, x, alpha * x)";
          case "pswish" -> "x * sigmoid(beta * x)";
          default -> name + "(x)";
        };
    StringJoiner starts = new StringJoiner(", ", " with ", "").setEmptyValue("");
    entry
        .get("params")
        .properties()
        .forEach(start -> starts.add(start.getKey() + " = " + start.getValue()));
    return SampledFunction.read(text + starts, SERVICES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void agreeWithTheOracle(String name, JsonNode expected) {
    GaussianMoments found = GaussianMoments.of(read(expected));
    if (expected.get("mean").isNull()) {
      assertThat(found.variance()).as("the integral diverges").isNaN();
      return;
    }
    double mean = expected.get("mean").doubleValue();
    double variance = expected.get("var").doubleValue();
    assertThat(found.mean()).isEqualTo(mean, within(TOLERANCE * Math.max(1, Math.abs(mean))));
    assertThat(found.variance()).isEqualTo(variance, within(TOLERANCE * Math.max(1, variance)));
  }

  /** E log|x| = -(gamma + log 2) / 2, Var log|x| = pi^2 / 8. */
  @Test
  void singularityOfTheLogarithmIsIntegrated() {
    GaussianMoments found = GaussianMoments.of(Functions.of(x -> x.abs().log()));
    assertThat(found.mean()).isEqualTo(-(EULER + Math.log(2)) / 2, within(TOLERANCE));
    assertThat(found.variance()).isEqualTo(Math.PI * Math.PI / 8, within(TOLERANCE));
  }

  /** With the epsilon of 1e-7 the mean moves by its square, the variance by no more. */
  @Test
  void oracleMissesTheClosedFormOfTheLogarithm() {
    JsonNode oracle =
        standardNormal().filter(entry -> name(entry).equals(SINGULAR)).findFirst().orElseThrow();
    double closed = -(EULER + Math.log(2)) / 2;
    GaussianMoments found = GaussianMoments.of(read(oracle));

    assertThat(found.mean()).isEqualTo(closed, within(TOLERANCE));
    assertThat(found.variance()).isEqualTo(Math.PI * Math.PI / 8, within(TOLERANCE));
    assertThat(oracle.get("mean").doubleValue() - closed).isBetween(4e-4, 5e-4);
  }

  @Test
  void doNotExistWhereTheIntegralDivergesOrTheFunctionIsNotANumber() {
    assertThat(GaussianMoments.of(Functions.of(Tensor::reciprocal)).variance()).isNaN();
    assertThat(GaussianMoments.of(Functions.of(Tensor::sqrt)).mean()).isNaN();
  }
}
