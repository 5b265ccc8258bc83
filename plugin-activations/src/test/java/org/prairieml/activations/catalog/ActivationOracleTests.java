package org.prairieml.activations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

/**
 * Value, first and second derivative of every function of the catalog that the oracle has, against
 * mpmath at 50 digits. The tolerances are the oracle's: values 1e-14, first derivatives 1e-13,
 * second 1e-11, relative where the value is above 1.
 */
class ActivationOracleTests {

  private static final Map<String, String> OURS =
      Map.of(
          "zero", "zero",
          "identity", "identity",
          "relu", "relu",
          "elu", "elu",
          "swish", "swish",
          "sigmoid", "sigmoid",
          "tanh", "tanh",
          "sin", "sine");

  static Stream<Arguments> functions() {
    JsonNode oracle = Oracles.read("activations.json");
    return Stream.of("unary", "baselines", "cafe")
        .flatMap(group -> oracle.get(group).valueStream())
        .filter(function -> OURS.containsKey(function.get("name").stringValue()))
        .map(function -> Arguments.of(function.get("name").stringValue(), function));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valueAndDerivativesAreExact(String name, JsonNode function) {
    Configured<Activation> ours =
        TestServices.configured(Activation.class, OURS.get(name), Map.of());
    double[] x = Oracles.doubles(Oracles.read("activations.json").get("x"));
    FunctionValues values = FunctionValues.of(ours, x);

    List<String> wrong = new ArrayList<>();
    compare("f", x, values.f(), function.get("f"), 1e-14, wrong);
    compare("f'", x, values.df(), function.get("df"), 1e-13, wrong);
    compare("f''", x, values.d2f(), function.get("d2f"), 1e-11, wrong);

    assertThat(wrong).isEmpty();
  }

  /**
   * Swish is inf * 0 at negative infinity, which by IEEE 754 is no number; its documentation says
   * so. Derivatives there and at infinity follow the same rule and are not compared.
   */
  private static void compare(
      String what,
      double[] x,
      double[] ours,
      JsonNode theirs,
      double tolerance,
      List<String> wrong) {
    Double[] expected = Oracles.nullableDoubles(theirs);
    assertThat(expected).hasSameSizeAs(ours);
    for (int i = 0; i < x.length; i++) {
      boolean compared =
          expected[i] != null
              && (Double.isFinite(x[i]) || what.equals("f") && x[i] != Double.NEGATIVE_INFINITY);
      if (compared && !close(ours[i], expected[i], tolerance)) {
        wrong.add("%s(%s) = %s, expected %s".formatted(what, x[i], ours[i], expected[i]));
      }
    }
  }

  private static boolean close(double ours, double theirs, double tolerance) {
    return Double.isFinite(theirs)
        ? RelativeError.of(ours, theirs) <= tolerance
        : Double.compare(ours, theirs) == 0;
  }
}
