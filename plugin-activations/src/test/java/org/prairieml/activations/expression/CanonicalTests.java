package org.prairieml.activations.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTests {

  private static final double[] POINTS = {
    -3.7,
    -1,
    -0.5,
    -1e-9,
    -0.0,
    0,
    1e-300,
    0.3,
    1,
    2.5,
    40,
    1e200,
    -1e200,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sigmoid(x) * x            | swish(x)",
        "1 + x                     | x + 1",
        "x * 2                     | 2 * x",
        "--x                       | x",
        "x - -y                    | x + y",
        "x + 0                     | x + 0",
        "0 * x                     | 0 * x",
        "max(x, 0)                 | relu(x)",
        "1 / (1 + exp(-x))         | reciprocal(exp(-x) + 1)",
        "identity(x) * one(x)      | x",
        "sum(x, x, 1)              | x + x + 1",
        "abs(-square(x))           | square(x)",
        "2 * 3 + x^1               | x + 6",
      })
  void simplifiesAndOrders(String given, String canonical) {
    assertThat(InfixPrinter.print(Canonical.of(ExpressionParser.expression(given))))
        .isEqualTo(canonical);
  }

  @Test
  void neverChangesAValueInAnyBitAndIsItsOwnCanonicalForm() {
    RandomExpressions random = new RandomExpressions(2, false);
    int simplified = 0;
    for (int i = 0; i < 5_000; i++) {
      Expression expression = random.next(5);
      Expression canonical = Canonical.of(expression);
      simplified += canonical.size() < expression.size() ? 1 : 0;
      assertThat(Evaluation.values(Formula.of(canonical), POINTS))
          .as("%s as %s", InfixPrinter.print(expression), InfixPrinter.print(canonical))
          .containsExactly(Evaluation.values(Formula.of(expression), POINTS));
      assertThat(Canonical.of(canonical)).isEqualTo(canonical);
    }
    assertThat(simplified).as("the rules are used").isGreaterThan(1000);
  }
}
