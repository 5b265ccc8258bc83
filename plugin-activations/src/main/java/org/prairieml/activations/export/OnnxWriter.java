package org.prairieml.activations.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.PrimitiveFormula;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationWriter;

/**
 * Functions as an ONNX model-local function in ONNX's text format, of opset 18. Parameters are
 * inputs.
 *
 * <p>ONNX has no expm1, log1p and erfc: they are composed, with the loss of digits near 0 or in the
 * tail that this means.
 */
final class OnnxWriter implements ActivationWriter {

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("add", "Add"),
          Map.entry("sub", "Sub"),
          Map.entry("mul", "Mul"),
          Map.entry("div", "Div"),
          Map.entry("pow", "Pow"),
          Map.entry("max", "Max"),
          Map.entry("min", "Min"),
          Map.entry("negative", "Neg"),
          Map.entry("abs", "Abs"),
          Map.entry("sign", "Sign"),
          Map.entry("floor", "Floor"),
          Map.entry("reciprocal", "Reciprocal"),
          Map.entry("sqrt", "Sqrt"),
          Map.entry("exp", "Exp"),
          Map.entry("log", "Log"),
          Map.entry("sin", "Sin"),
          Map.entry("cos", "Cos"),
          Map.entry("tan", "Tan"),
          Map.entry("sinh", "Sinh"),
          Map.entry("cosh", "Cosh"),
          Map.entry("tanh", "Tanh"),
          Map.entry("arcsinh", "Asinh"),
          Map.entry("arctan", "Atan"),
          Map.entry("sigmoid", "Sigmoid"),
          Map.entry("softplus", "Softplus"),
          Map.entry("erf", "Erf"),
          Map.entry("less", "Less"),
          Map.entry("less_equal", "LessOrEqual"),
          Map.entry("equal", "Equal"),
          Map.entry("where", "Where"));

  @Override
  public String name() {
    return "onnx-function";
  }

  @Override
  public String summary() {
    return "An ONNX function in ONNX's text format";
  }

  @Override
  public String write(Configured<Activation> function, int order, String called) {
    Formula formula = PrimitiveFormula.of(function, order);
    Expression expression = PrimitiveFormula.rewrite(formula.expression(), OnnxWriter::composed);
    Nodes nodes = new Nodes();
    String result = nodes.value(expression);
    List<String> lines =
        new ArrayList<>(
            List.of("<", "  domain: \"org.prairieml\",", "  opset_import: [\"\" : 18]", ">"));
    List<String> inputs = new ArrayList<>(List.of("x"));
    inputs.addAll(formula.starts().keySet());
    lines.add("%s (%s) => (y)".formatted(called, String.join(", ", inputs)));
    lines.add("{");
    nodes.lines.forEach(line -> lines.add("  " + line));
    // A constant, too, has the shape of x.
    lines.add(
        expression instanceof Expression.Number
            ? "  zero = Sub (x, x)\n  y = Add (zero, %s)".formatted(result)
            : "  y = Identity (%s)".formatted(result));
    lines.add("}");
    return String.join("\n", lines);
  }

  private static Expression composed(Expression expression) {
    if (!(expression instanceof Expression.Application application)) {
      return expression;
    }
    Expression first = application.operands().getFirst();
    Expression one = new Expression.Number(1);
    Expression zero = new Expression.Number(0);
    return switch (application.operator().name()) {
      case "square" -> Expression.of("mul", first, first);
      case "gaussian" ->
          Expression.of("exp", Expression.of("negative", composed(Expression.of("square", first))));
      case "expm1" -> Expression.of("sub", Expression.of("exp", first), one);
      case "log1p" -> Expression.of("log", Expression.of("add", one, first));
      case "erfc" -> Expression.of("sub", one, Expression.of("erf", first));
      case "div_no_nan" -> {
        Expression divisor = application.operands().get(1);
        Expression none = Expression.of("equal", divisor, zero);
        yield Expression.of("where", none, zero, Expression.of("div", first, divisor));
      }
      default -> expression;
    };
  }

  /** The nodes, each on a line. */
  private static final class Nodes {

    private final List<String> lines = new ArrayList<>();
    private final Map<Expression, String> names = new IdentityHashMap<>();
    private final Map<Double, String> constants = new HashMap<>();
    private int count;

    String value(Expression expression) {
      return switch (expression) {
        case Expression.Variable _ -> "x";
        case Expression.Parameter parameter -> parameter.name();
        case Expression.Number number -> constants.computeIfAbsent(number.value(), this::constant);
        case Expression.Application application -> {
          boolean condition = CodeListing.COMPARISONS.contains(application.operator().name());
          String name = names.get(application);
          if (name == null) {
            name = condition ? cast(node(application)) : node(application);
            names.put(application, name);
          }
          yield name;
        }
      };
    }

    private String node(Expression.Application application) {
      String operator = OPERATORS.get(application.operator().name());
      if (operator == null) {
        throw PrairieException.badInput(
            "'onnx-function' has no operator '%s'.".formatted(application.operator()));
      }
      List<String> operands = new ArrayList<>();
      boolean where = operator.equals("Where");
      for (int i = 0; i < application.operands().size(); i++) {
        Expression operand = application.operands().get(i);
        operands.add(where && i == 0 ? condition(operand) : value(operand));
      }
      return line("%s (%s)".formatted(operator, String.join(", ", operands)));
    }

    private String condition(Expression operand) {
      if (operand instanceof Expression.Application application
          && CodeListing.COMPARISONS.contains(application.operator().name())) {
        return node(application);
      }
      String zero =
          line("Equal (%s, %s)".formatted(value(operand), value(new Expression.Number(0))));
      return line("Not (" + zero + ")");
    }

    private String cast(String condition) {
      return line("CastLike (" + condition + ", x)");
    }

    private String constant(double value) {
      if (!Double.isFinite(value)) {
        throw PrairieException.badInput(
            "'onnx-function' has no way to write the number " + value + ".");
      }
      String plain = line("Constant <value = double {" + value + "}> ()");
      return line("CastLike (" + plain + ", x)");
    }

    private String line(String text) {
      count++;
      String name = "t" + count;
      lines.add(name + " = " + text);
      return name;
    }
  }
}
