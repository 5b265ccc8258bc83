package org.prairieml.activations.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.PrimitiveFormula;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationWriter;

/**
 * Functions in Python. Parameters are arguments with their start values as defaults; where a
 * framework learns, they are weights of a module or layer.
 *
 * @param name the framework
 * @param summary what the code is
 * @param dialect how it writes operators
 * @param imports import lines by the word that makes them needed
 * @param conversion a statement that makes an argument {@code NAME} a tensor; empty where numbers
 *     do
 * @param module the lines of a class whose weights are the parameters: {@code NAME}, {@code
 *     WEIGHTS} and {@code FORWARD} are filled in; empty where parameters stay arguments
 * @param weight a line of {@code WEIGHTS}, of name and start value
 */
record PythonWriter(
    String name,
    String summary,
    Dialect dialect,
    Map<String, String> imports,
    String conversion,
    String module,
    String weight)
    implements ActivationWriter {

  private static final Set<String> KEYWORDS =
      Set.of("lambda", "in", "is", "if", "or", "and", "not", "for", "def", "del", "as", "None");

  @Override
  public String write(Configured<Activation> function, int order, String called) {
    Formula formula = PrimitiveFormula.of(function, order);
    CodeListing listing =
        new CodeListing(
            PrimitiveFormula.rewrite(formula.expression(), PythonWriter::renamed), dialect);
    List<String> lines = new ArrayList<>();
    lines.add("def %s(%s):".formatted(called, arguments(formula)));
    lines.add("    \"\"\"%s\"\"\"".formatted(FormulaText.of(function, order)));
    if (!conversion.isEmpty()) {
      formula
          .starts()
          .keySet()
          .forEach(parameter -> lines.add("    " + conversion.replace("NAME", safe(parameter))));
    }
    listing.statements().forEach(statement -> lines.add("    " + statement));
    lines.add("    return " + result(formula, listing));
    if (!formula.starts().isEmpty() && !module.isEmpty()) {
      lines.addAll(List.of("", ""));
      lines.addAll(classOf(formula, called));
    }
    return String.join("\n", imports(lines)) + "\n\n\n" + String.join("\n", lines);
  }

  /** A constant function has the shape of its argument too. */
  private static String result(Formula formula, CodeListing listing) {
    return formula.expression() instanceof Expression.Number
        ? "0.0 * x + " + listing.result()
        : listing.result();
  }

  private static Expression renamed(Expression expression) {
    return expression instanceof Expression.Parameter parameter
        ? new Expression.Parameter(safe(parameter.name()))
        : expression;
  }

  private static String safe(String parameter) {
    return KEYWORDS.contains(parameter)
            || parameter.matches("t\\d+|np|torch|ops|jnp|jax|special|self")
        ? parameter + "_"
        : parameter;
  }

  private static String arguments(Formula formula) {
    return "x"
        + formula.starts().entrySet().stream()
            .map(start -> ", " + safe(start.getKey()) + "=" + start.getValue())
            .collect(Collectors.joining());
  }

  private List<String> imports(List<String> lines) {
    String text = String.join("\n", lines);
    return imports.entrySet().stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private List<String> classOf(Formula formula, String called) {
    String weights =
        formula.starts().entrySet().stream()
            .map(start -> weight.formatted(safe(start.getKey()), start.getValue()))
            .collect(Collectors.joining("\n"));
    String passed =
        formula.starts().keySet().stream()
            .map(parameter -> ", self." + safe(parameter))
            .collect(Collectors.joining());
    return module
        .replace("NAME", camel(called))
        .replace("WEIGHTS", weights)
        .replace("FORWARD", "%s(x%s)".formatted(called, passed))
        .lines()
        .toList();
  }

  private static String camel(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
