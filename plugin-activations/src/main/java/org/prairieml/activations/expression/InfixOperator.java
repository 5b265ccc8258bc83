package org.prairieml.activations.expression;

import java.util.Map;

/**
 * How an operator is written between its operands.
 *
 * @param symbol its sign
 * @param precedence how tightly it binds
 * @param right whether {@code a op b op c} is {@code a op (b op c)}
 */
record InfixOperator(String symbol, int precedence, boolean right) {

  static final int COMPARISON = 1;
  static final int SUM = 2;
  static final int PRODUCT = 3;
  static final int SIGN = 4;
  static final int POWER = 5;
  static final int ATOM = 6;

  static final String NEGATIVE = "negative";

  /** By the name of the operator. */
  static final Map<String, InfixOperator> ALL =
      Map.of(
          "add", new InfixOperator("+", SUM, false),
          "sub", new InfixOperator("-", SUM, false),
          "mul", new InfixOperator("*", PRODUCT, false),
          "div", new InfixOperator("/", PRODUCT, false),
          "pow", new InfixOperator("^", POWER, true),
          "less", new InfixOperator("<", COMPARISON, false),
          "less_equal", new InfixOperator("<=", COMPARISON, false),
          "equal", new InfixOperator("==", COMPARISON, false));
}
