package org.prairieml.activations.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.PrimitiveFormula;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationWriter;

/** Functions as a Java class without dependencies, {@code double} to {@code double}. */
final class JavaWriter implements ActivationWriter {

  /** Words of the language, and names that the code itself uses. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do"
              + "|double|else|enum|extends|final|finally|float|for|goto|if|implements|import"
              + "|instanceof|int|interface|long|native|new|package|private|protected|public|return"
              + "|short|static|strictfp|super|switch|synchronized|this|throw|throws|transient|try"
              + "|void|volatile|while|true|false|null|_|Math|Double|t\\d+");

  @Override
  public String name() {
    return "java";
  }

  @Override
  public String summary() {
    return "A Java class with a static method";
  }

  @Override
  public String write(Configured<Activation> function, int order, String called) {
    Formula formula = PrimitiveFormula.of(function, order);
    CodeListing listing =
        new CodeListing(
            PrimitiveFormula.rewrite(formula.expression(), JavaWriter::renamed), JavaDialect.JAVA);
    List<String> lines = new ArrayList<>();
    lines.add("/** " + FormulaText.of(function, order) + ". */");
    lines.add("public final class " + className(called) + " {");
    lines.add("");
    lines.add("  private " + className(called) + "() {}");
    lines.add("");
    if (!formula.starts().isEmpty()) {
      lines.add("  public static double apply(double x) {");
      lines.add("    return apply(x, " + values(formula) + ");");
      lines.add("  }");
      lines.add("");
    }
    lines.add("  public static double apply(double x" + parameters(formula) + ") {");
    listing.statements().forEach(statement -> lines.add("    " + statement));
    lines.add("    return " + listing.result() + ";");
    lines.add("  }");
    lines.addAll(methods(String.join("\n", lines)));
    lines.add("}");
    return String.join("\n", lines);
  }

  private static Expression renamed(Expression expression) {
    return expression instanceof Expression.Parameter parameter
        ? new Expression.Parameter(safe(parameter.name()))
        : expression;
  }

  private static String safe(String parameter) {
    return RESERVED.matcher(parameter).matches() ? parameter + "_" : parameter;
  }

  private static String values(Formula formula) {
    return formula.starts().values().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static String parameters(Formula formula) {
    return formula.starts().keySet().stream()
        .map(parameter -> ", double " + safe(parameter))
        .collect(Collectors.joining());
  }

  private static List<String> methods(String code) {
    List<String> lines = new ArrayList<>();
    StringBuilder known = new StringBuilder(code);
    for (Map.Entry<String, String> method : JavaMethods.ALL.entrySet()) {
      if (known.toString().matches("(?s).*[^.\\w]" + method.getKey() + "\\(.*")) {
        known.append(method.getValue());
        lines.add("");
        method.getValue().stripTrailing().lines().forEach(lines::add);
      }
    }
    return lines;
  }

  private static String className(String called) {
    return called.substring(0, 1).toUpperCase(Locale.ROOT) + called.substring(1);
  }
}
