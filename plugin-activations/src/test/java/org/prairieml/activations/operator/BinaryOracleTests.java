package org.prairieml.activations.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.activations.expression.ExpressionGraph;
import org.prairieml.activations.expression.Formula;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import tools.jackson.databind.JsonNode;

/**
 * PANGAEA's operators of two operands, written as formulas of {@code x} and a parameter, against
 * exact values and partial derivatives on a grid with zeros and ties. The tolerances are the
 * oracle's, 1e-14 and 1e-13; what has no derivative in it is skipped.
 */
class BinaryOracleTests {

  private final JsonNode oracle = Oracles.read("activations.json").get("binary");

  @Test
  void oracleHasTheOperatorsOfPangaea() {
    assertThat(oracle.get("operators").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Operators.in("pangaea").stream()
                .filter(operator -> operator.most() > 1)
                .map(Operator::name)
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "sub", "mul", "div_no_nan", "pow", "max", "min"})
  void valueAndPartialDerivativesAreExact(String name) {
    JsonNode expected = oracle.get("operators").get(name);
    List<double[]> found = values("%s(x, b)".formatted(name));

    assertThat(wrong(found.get(0), expected.get("f"), 1e-14)).isEmpty();
    assertThat(wrong(found.get(1), expected.get("dx"), 1e-13)).isEmpty();
    assertThat(wrong(found.get(2), expected.get("dy"), 1e-13)).isEmpty();
  }

  @Test
  void divisionOfIeeeDiffersWhereTheDivisorIsZeroAlone() {
    double[] grid = Oracles.doubles(oracle.get("grid"));
    List<double[]> found = values("x / b");
    List<double[]> safe = values("div_no_nan(x, b)");

    for (int i = 0; i < found.getFirst().length; i++) {
      double a = grid[i / grid.length];
      if (grid[i % grid.length] == 0) {
        assertThat(found.get(0)[i]).isEqualTo(Double.valueOf(a / 0.0));
        assertThat(safe.get(0)[i]).isZero();
      } else {
        for (int order = 0; order < 3; order++) {
          assertThat(found.get(order)[i]).isEqualTo(safe.get(order)[i]);
        }
      }
    }
  }

  /** Returns f, df/dx and df/db for all pairs of the grid, the first operand in the outer loop. */
  private List<double[]> values(String formula) {
    double[] grid = Oracles.doubles(oracle.get("grid"));
    int n = grid.length;
    double[] first = new double[n * n];
    double[] second = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      first[i] = grid[i / n];
      second[i] = grid[i % n];
    }
    Tensor x = Tensor.of(NdArray.vector(first));
    Tensor b = Tensor.of(NdArray.vector(second));
    Tensor f = ExpressionGraph.of(Formula.parse(formula).expression(), x, _ -> b);
    Program program =
        Program.builder("binary")
            .output("f", f)
            .output("dx", Gradients.of(f.sumAll(), x))
            .output("db", Gradients.of(f.sumAll(), b))
            .build();
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program).run();
    return List.of(
        evaluator.get("f").values(), evaluator.get("dx").values(), evaluator.get("db").values());
  }

  private static List<String> wrong(double[] found, JsonNode values, double tolerance) {
    Double[] expected = Oracles.nullableDoubles(values);
    assertThat(expected).hasSameSizeAs(found);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      if (expected[i] != null && !(RelativeError.of(found[i], expected[i]) <= tolerance)) {
        wrong.add("element %d: %s, expected %s".formatted(i, found[i], expected[i]));
      }
    }
    return wrong;
  }
}
