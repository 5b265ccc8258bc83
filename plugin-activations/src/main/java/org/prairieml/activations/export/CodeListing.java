package org.prairieml.activations.export;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.activations.expression.Expression;
import org.prairieml.api.PrairieException;

/** The statements that compute an expression, a name for every part that is used more than once. */
final class CodeListing {

  static final Set<String> COMPARISONS = Set.of("less", "less_equal", "equal");

  /** A longer part gets a name too, for the reader's sake. */
  private static final int LONGEST_PART = 70;

  private static final Pattern PLACE = Pattern.compile("([$%&@])([1-3])");
  private static final Pattern SIMPLE = Pattern.compile("[\\w.]+(\\((?:[^()]|\\([^()]*\\))*\\))?");

  private final Dialect dialect;
  private final Map<Expression, Integer> uses = new IdentityHashMap<>();
  private final Map<Expression, String> names = new IdentityHashMap<>();
  private final List<String> statements = new ArrayList<>();
  private final String result;

  /**
   * Lists an expression.
   *
   * @throws PrairieException bad input, if the language lacks one of the operators
   */
  CodeListing(Expression expression, Dialect dialect) {
    this.dialect = dialect;
    count(expression);
    this.result = text(expression);
  }

  /** Returns the statements before the result. */
  List<String> statements() {
    return statements;
  }

  /** Returns the expression that is the result. */
  String result() {
    return result;
  }

  private void count(Expression expression) {
    if (uses.merge(expression, 1, Integer::sum) == 1
        && expression instanceof Expression.Application application) {
      application.operands().forEach(this::count);
    }
  }

  private String text(Expression expression) {
    return switch (expression) {
      case Expression.Variable _ -> "x";
      case Expression.Parameter parameter -> parameter.name();
      case Expression.Number number -> dialect.number().apply(number.value());
      case Expression.Application application -> text(application);
    };
  }

  private String text(Expression.Application application) {
    String known = names.get(application);
    if (known != null) {
      return known;
    }
    String text = filled(application);
    if (COMPARISONS.contains(application.operator().name())) {
      text = dialect.condition().replace("%1", text);
    }
    return uses.get(application) > 1 || text.length() > LONGEST_PART
        ? named(application, text)
        : text;
  }

  private String named(Expression expression, String text) {
    String name = "t" + (names.size() + 1);
    statements.add(dialect.assignment().formatted(name, text));
    names.put(expression, name);
    return name;
  }

  private String filled(Expression.Application application) {
    Matcher places = PLACE.matcher(template(application));
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      Expression operand = application.operands().get(places.group(2).charAt(0) - '1');
      String filling = filling(application, operand, places.group(1).charAt(0));
      places.appendReplacement(text, Matcher.quoteReplacement(filling));
    }
    return places.appendTail(text).toString();
  }

  private String template(Expression.Application application) {
    String name = application.operator().name();
    String template = dialect.templates().get(name);
    if (template == null && name.startsWith("bessel") && !dialect.bessel().isEmpty()) {
      template = dialect.bessel().replace("#", order(name));
    }
    if (template == null) {
      throw PrairieException.badInput(
          "'%s' has no operator '%s'.".formatted(dialect.language(), name));
    }
    return template;
  }

  private static String order(String bessel) {
    return bessel.replace("bessel_i", "").replace("e", "");
  }

  private String filling(Expression.Application parent, Expression operand, char kind) {
    if (parent.operator().name().equals("where") && operand == parent.operands().getFirst()) {
      return condition(operand);
    }
    if (kind == '&' && operand instanceof Expression.Number number) {
      return dialect.tensor().apply(number.value());
    }
    String text = text(operand);
    if (kind == '@' && !text.matches("\\w+")) {
      return names.containsKey(operand) ? text : named(operand, text);
    }
    return kind == '$' && !SIMPLE.matcher(text).matches() ? "(" + text + ")" : text;
  }

  private String condition(Expression operand) {
    boolean comparison =
        operand instanceof Expression.Application application
            && COMPARISONS.contains(application.operator().name())
            && !names.containsKey(operand);
    if (comparison) {
      return filled((Expression.Application) operand);
    }
    String text = text(operand);
    return (SIMPLE.matcher(text).matches() ? text : "(" + text + ")") + " != 0";
  }
}
