package org.prairieml.activations.expression;

import java.util.stream.Collectors;

/** Writes an expression in prefix notation: {@code max(relu(x),cosh(elu(x)))}. */
public final class PrefixPrinter {

  private PrefixPrinter() {}

  /** Returns the text, which reads back to the same tree. */
  public static String print(Expression expression) {
    return switch (expression) {
      case Expression.Application application ->
          application.operands().stream()
              .map(PrefixPrinter::print)
              .collect(Collectors.joining(",", application.operator().name() + "(", ")"));
      default -> InfixPrinter.print(expression);
    };
  }
}
