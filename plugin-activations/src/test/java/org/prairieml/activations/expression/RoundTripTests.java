package org.prairieml.activations.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundTripTests {

  private static final int EXPRESSIONS = 100_000;

  @Test
  void hundredThousandExpressionsReadBackToTheSameTreeFromEitherNotation() {
    RandomExpressions random = new RandomExpressions(1, true);
    for (int i = 0; i < EXPRESSIONS; i++) {
      Expression expression = random.next(5);
      String infix = InfixPrinter.print(expression);
      assertThat(ExpressionParser.expression(infix)).as(infix).isEqualTo(expression);
      String prefix = PrefixPrinter.print(expression);
      assertThat(ExpressionParser.expression(prefix)).as(prefix).isEqualTo(expression);
    }
  }

  @Test
  void formulasReadBackWithTheirStartValues() {
    Formula formula = Formula.parse("x * sigmoid(beta * x) + gamma with beta = -1.5e-7");
    assertThat(formula.starts()).containsEntry("beta", -1.5e-7).containsEntry("gamma", 1.0);
    assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
    assertThat(Formula.parse(formula.toPrefix())).isEqualTo(formula);
    assertThat(formula).hasToString("x * sigmoid(beta * x) + gamma with beta = -1.5e-7");
  }
}
