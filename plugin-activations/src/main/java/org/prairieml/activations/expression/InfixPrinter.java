package org.prairieml.activations.expression;

import java.util.stream.Collectors;

/** Writes an expression in infix notation, with no more parentheses than needed. */
public final class InfixPrinter {

  private InfixPrinter() {}

  /** Returns the text, which reads back to the same tree. */
  public static String print(Expression expression) {
    return switch (expression) {
      case Expression.Variable _ -> "x";
      case Expression.Parameter parameter -> parameter.name();
      case Expression.Number number -> NumberText.of(number.value());
      case Expression.Application application -> print(application);
    };
  }

  private static String print(Expression.Application application) {
    if (application.is(InfixOperator.NEGATIVE)) {
      return "-"
          + (isPlainNumber(application.operand(0))
              ? "(" + print(application.operand(0)) + ")"
              : print(application.operand(0), InfixOperator.SIGN));
    }
    InfixOperator infix = InfixOperator.ALL.get(application.operator().name());
    return infix == null ? call(application) : print(application, infix);
  }

  /** Behind a minus sign it would be a negative number. */
  private static boolean isPlainNumber(Expression expression) {
    return expression instanceof Expression.Number number
        && !NumberText.of(number.value()).startsWith("-");
  }

  private static String print(Expression.Application application, InfixOperator infix) {
    int precedence = infix.precedence();
    int left =
        infix.right() || precedence == InfixOperator.COMPARISON ? precedence + 1 : precedence;
    int right = infix.right() ? InfixOperator.SIGN : precedence + 1;
    String blank = infix.right() ? "" : " ";
    return print(application.operand(0), left)
        + blank
        + infix.symbol()
        + blank
        + print(application.operand(1), right);
  }

  private static String print(Expression expression, int atLeast) {
    String text = print(expression);
    return precedence(expression) < atLeast ? "(" + text + ")" : text;
  }

  private static int precedence(Expression expression) {
    return switch (expression) {
      case Expression.Variable _, Expression.Parameter _ -> InfixOperator.ATOM;
      case Expression.Number number ->
          NumberText.of(number.value()).startsWith("-") ? InfixOperator.SIGN : InfixOperator.ATOM;
      case Expression.Application application -> precedence(application);
    };
  }

  private static int precedence(Expression.Application application) {
    if (application.is(InfixOperator.NEGATIVE)) {
      return InfixOperator.SIGN;
    }
    InfixOperator infix = InfixOperator.ALL.get(application.operator().name());
    return infix == null ? InfixOperator.ATOM : infix.precedence();
  }

  private static String call(Expression.Application application) {
    return application.operands().stream()
        .map(InfixPrinter::print)
        .collect(Collectors.joining(", ", application.operator().name() + "(", ")"));
  }
}
