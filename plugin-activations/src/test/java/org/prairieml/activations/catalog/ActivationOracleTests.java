package org.prairieml.activations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.activations.operator.Operators;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.network.Activation;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

/**
 * Value, first and second derivative of every function of the oracle against mpmath at 50 digits.
 *
 * <p>The tolerances are the oracle's: values 1e-14 or 4 ulp, first derivatives 1e-13, second 1e-11,
 * relative where the value is above 1. At the infinities a value is the limit, or NaN where the
 * documentation says so; derivatives are compared at finite points.
 */
class ActivationOracleTests {

  /** The names of the oracle that are other operators or options here. */
  private static final Map<String, String> OURS = Map.of("selu", "selu_short", "selu_full", "selu");

  /** Where the composition has inf * 0 or inf / inf; the operators' tables and the guide say so. */
  private static final Set<String> NOT_A_NUMBER =
      Set.of(
          "swish -Infinity",
          "gelu_tanh -Infinity",
          "gelu_erf -Infinity",
          "mish -Infinity",
          "softsign -Infinity",
          "softsign Infinity",
          "sinc -Infinity",
          "sinc Infinity",
          "pswish -Infinity",
          "apl -Infinity",
          "pau -Infinity",
          "pau Infinity",
          "splash -Infinity",
          "splash Infinity");

  static Stream<Arguments> functions() {
    JsonNode oracle = Oracles.read("activations.json");
    return Stream.concat(
            Stream.of("unary", "baselines", "cafe", "parametric")
                .flatMap(group -> oracle.get(group).valueStream()),
            oracle.get("light").get("cases").valueStream())
        .map(function -> Arguments.of(title(function), function));
  }

  private static String title(JsonNode function) {
    JsonNode params = function.get("params");
    return function.get("name").stringValue() + (params == null ? "" : " " + params);
  }

  @Test
  void oracleIsWhole() {
    assertThat(functions()).hasSize(27 + 6 + 9 + 7 + 16);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void valueAndDerivativesAreExact(String title, JsonNode function) {
    double[] x = Oracles.doubles(Oracles.read("activations.json").get("x"));
    FunctionValues values = FunctionValues.of(ours(function), x);
    String name = function.get("name").stringValue();

    List<String> wrong = new ArrayList<>();
    compare(name, 0, x, values.f(), function.get("f"), wrong);
    compare(name, 1, x, values.df(), function.get("df"), wrong);
    compare(name, 2, x, values.d2f(), function.get("d2f"), wrong);

    assertThat(wrong).isEmpty();
  }

  private static Configured<Activation> ours(JsonNode function) {
    String name = function.get("name").stringValue();
    String called = OURS.getOrDefault(name, name);
    Map<String, Object> options = new LinkedHashMap<>();
    if (function.has("params")) {
      function
          .get("params")
          .properties()
          .forEach(entry -> options.put(option(entry.getKey()), plain(entry.getValue())));
    }
    if (function.has("reading")) {
      options.put("reading", function.get("reading").stringValue());
      options.put("epsilon", function.get("epsilon").doubleValue());
    }
    if (name.equals("pau")) {
      options.put("numerator", options.remove("a"));
      options.put("denominator", options.remove("b"));
    }
    boolean named = Operators.find(called).isEmpty();
    return named
        ? TestServices.configured(Activation.class, called, options)
        : OptionTypes.service(Activation.class)
            .read(called, OptionReader.of("test", TestServices.INSTANCE));
  }

  private static String option(String parameter) {
    return switch (parameter) {
      case "ap" -> "right";
      case "am" -> "left";
      default -> parameter;
    };
  }

  private static Object plain(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::doubleValue).toList()
        : value.doubleValue();
  }

  private static void compare(
      String name, int order, double[] x, double[] ours, JsonNode theirs, List<String> wrong) {
    Double[] expected = Oracles.nullableDoubles(theirs);
    assertThat(expected).hasSameSizeAs(ours);
    for (int i = 0; i < x.length; i++) {
      if (expected[i] != null
          && (Double.isFinite(x[i]) || order == 0)
          && !close(name, order, x[i], ours[i], expected[i])) {
        wrong.add("order %d at %s: %s, expected %s".formatted(order, x[i], ours[i], expected[i]));
      }
    }
  }

  private static boolean close(String name, int order, double x, double ours, double theirs) {
    if (NOT_A_NUMBER.contains(name + " " + x)) {
      return Double.isNaN(ours);
    }
    if (!Double.isFinite(theirs)) {
      return Double.compare(ours, theirs) == 0;
    }
    double tolerance = new double[] {1e-14, 1e-13, 1e-11}[order];
    return RelativeError.of(ours, theirs) <= tolerance
        || order == 0 && Math.abs(ours - theirs) <= 4 * Math.ulp(theirs);
  }
}
