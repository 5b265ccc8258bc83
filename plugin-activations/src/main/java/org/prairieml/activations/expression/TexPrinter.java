package org.prairieml.activations.expression;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an expression in TeX, for math mode. */
public final class TexPrinter {

  private static final Pattern PLACE = Pattern.compile("([#@])([1-3*])");
  private static final Pattern INDEXED = Pattern.compile("(.*?)_?(\\d+)");

  private static final Map<String, String> SIGNS =
      Map.of(
          "add", " + ",
          "sub", " - ",
          "mul", "\\,",
          "less", " < ",
          "less_equal", " \\le ",
          "equal", " = ");

  private static final List<String> GREEK =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda",
          "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

  private TexPrinter() {}

  /** Returns the formula. */
  public static String print(Expression expression) {
    return switch (expression) {
      case Expression.Variable _ -> "x";
      case Expression.Parameter parameter -> name(parameter.name());
      case Expression.Number number -> number(number.value());
      case Expression.Application application -> print(application);
    };
  }

  private static String name(String name) {
    Matcher indexed = INDEXED.matcher(name);
    if (indexed.matches() && !indexed.group(1).isEmpty()) {
      return name(indexed.group(1)) + "_{" + indexed.group(2) + "}";
    }
    if (GREEK.contains(name)) {
      return "\\" + name;
    }
    return name.length() == 1 ? name : "\\mathit{" + name.replace("_", "\\_") + "}";
  }

  private static String number(double value) {
    String text = NumberText.of(value);
    if (text.endsWith("inf")) {
      return text.replace("inf", "\\infty");
    }
    int exponent = text.indexOf('e');
    return exponent < 0
        ? text.replace("nan", "\\mathrm{NaN}")
        : text.substring(0, exponent) + " \\cdot 10^{" + text.substring(exponent + 1) + "}";
  }

  private static String print(Expression.Application application) {
    if (application.is(InfixOperator.NEGATIVE)) {
      return "-" + atLeast(application.operand(0), InfixOperator.POWER);
    }
    String sign = SIGNS.get(application.operator().name());
    return sign == null ? filled(application) : infix(application, sign);
  }

  private static String infix(Expression.Application application, String sign) {
    int precedence = InfixOperator.ALL.get(application.operator().name()).precedence();
    return atLeast(application.operand(0), precedence)
        + sign
        + atLeast(application.operand(1), precedence + 1);
  }

  private static String filled(Expression.Application application) {
    return PLACE
        .matcher(application.operator().tex())
        .replaceAll(place -> Matcher.quoteReplacement(operand(application, place.group())));
  }

  private static String operand(Expression.Application application, String place) {
    if (place.endsWith("*")) {
      return application.operands().stream()
          .map(TexPrinter::print)
          .collect(Collectors.joining(", "));
    }
    Expression operand = application.operand(place.charAt(1) - '1');
    return place.startsWith("@") ? atLeast(operand, InfixOperator.ATOM) : print(operand);
  }

  private static String atLeast(Expression expression, int precedence) {
    String text = print(expression);
    return precedence(expression) < precedence ? "\\left(" + text + "\\right)" : text;
  }

  private static int precedence(Expression expression) {
    return switch (expression) {
      case Expression.Application application when application.is(InfixOperator.NEGATIVE) ->
          InfixOperator.SUM;
      case Expression.Application application ->
          SIGNS.containsKey(application.operator().name())
              ? InfixOperator.ALL.get(application.operator().name()).precedence()
              : InfixOperator.POWER;
      case Expression.Number number when number.value() < 0 -> InfixOperator.SUM;
      case Expression.Number _, Expression.Variable _, Expression.Parameter _ -> InfixOperator.ATOM;
    };
  }
}
