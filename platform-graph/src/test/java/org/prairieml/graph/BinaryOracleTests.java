package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

/** Values and partial derivatives of operators of two operands on a grid with zeros and ties. */
class BinaryOracleTests {

  static Stream<Arguments> operators() {
    return Stream.of(
        row("add", Tensor::add),
        row("sub", Tensor::sub),
        row("mul", Tensor::mul),
        row("div_no_nan", Tensor::divNoNan),
        row("pow", Tensor::pow),
        row("max", Tensor::max),
        row("min", Tensor::min));
  }

  private static Arguments row(String name, BinaryOperator<Tensor> function) {
    return Arguments.of(name, function);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void equalsTheOracleInValueAndPartialDerivatives(String name, BinaryOperator<Tensor> function) {
    JsonNode file = Oracles.read("activations.json").get("binary");
    NdArray grid = NdArray.vector(Oracles.doubles(file.get("grid")));
    int n = grid.size();
    Shape square = Shape.of(n, n);
    Tensor a = Tensor.of(grid.reshape(Shape.of(n, 1))).broadcast(square);
    Tensor b = Tensor.of(grid).broadcast(square);
    Tensor f = function.apply(a, b);

    JsonNode entry = file.get("operators").get(name);
    List<double[]> actual =
        Evaluation.allValues(List.of(f, Gradients.of(f.sumAll(), a), Gradients.of(f.sumAll(), b)));
    assertClose(actual.get(0), entry.get("f"), 1e-14);
    assertClose(actual.get(1), entry.get("dx"), 1e-13);
    assertClose(actual.get(2), entry.get("dy"), 1e-13);
  }

  private static void assertClose(double[] actual, JsonNode entry, double tolerance) {
    Double[] expected = Oracles.nullableDoubles(entry);
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] != null) {
        assertThat(RelativeError.of(actual[i], expected[i]))
            .as("element %d: expected %s, found %s", i, expected[i], actual[i])
            .isLessThanOrEqualTo(tolerance);
      }
    }
  }
}
