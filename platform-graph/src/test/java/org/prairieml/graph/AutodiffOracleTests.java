package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

/** Small graphs against PyTorch: values, gradients and Hessian-vector products. */
class AutodiffOracleTests {

  private static final double FIRST_ORDER = 1e-12;
  private static final double SECOND_ORDER = 1e-10;

  static Stream<String> names() {
    return AutodiffCases.GRAPHS.keySet().stream();
  }

  @Test
  void everyCaseOfTheFileIsCompared() {
    assertThat(cases().map(AutodiffOracleTests::name))
        .containsExactlyInAnyOrderElementsOf(AutodiffCases.GRAPHS.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void equalsPyTorchToSecondOrder(String name) {
    JsonNode file = cases().filter(entry -> name(entry).equals(name)).findFirst().orElseThrow();
    Map<String, Tensor> inputs = tensors(file.get("inputs"));
    Tensor y = AutodiffCases.GRAPHS.get(name).build(new AutodiffCases.Inputs(file, inputs));
    Tensor weights = Tensor.of(AutodiffCases.array(file.get("w")));
    Tensor linear = weights.mul(y).sumAll();
    Tensor quadratic = weights.mul(y.square()).sumAll().mul(0.5);

    assertThat(y.shape()).isEqualTo(Shape.of(Oracles.shape(file.get("y"))));
    assertClose("y", y, file.get("y"), FIRST_ORDER);
    assertDerivatives(linear, inputs, file, "grad", "hvp");
    assertDerivatives(quadratic, inputs, file, "grad2", "hvp2");
  }

  private static void assertDerivatives(
      Tensor loss, Map<String, Tensor> inputs, JsonNode file, String first, String second) {
    List<String> names = List.copyOf(inputs.keySet());
    List<Tensor> sources = List.copyOf(inputs.values());
    List<Tensor> direction = List.copyOf(tensors(file.get("v")).values());
    List<Tensor> gradients = Gradients.of(loss, sources);
    List<Tensor> products = Gradients.hessianVector(loss, sources, direction);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      assertClose(first + " " + name, gradients.get(i), file.get(first).get(name), FIRST_ORDER);
      assertClose(second + " " + name, products.get(i), file.get(second).get(name), SECOND_ORDER);
    }
  }

  private static void assertClose(String what, Tensor actual, JsonNode expected, double tolerance) {
    assertThat(RelativeError.max(Evaluation.values(actual), Oracles.doubles(expected)))
        .as(what)
        .isLessThanOrEqualTo(tolerance);
  }

  private static Map<String, Tensor> tensors(JsonNode group) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    group
        .propertyStream()
        .forEach(e -> tensors.put(e.getKey(), Tensor.of(AutodiffCases.array(e.getValue()))));
    return tensors;
  }

  private static Stream<JsonNode> cases() {
    return Oracles.read("autodiff.json").get("cases").valueStream();
  }

  private static String name(JsonNode entry) {
    return entry.get("name").stringValue();
  }
}
