package org.prairieml.activations.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prairieml.graph.Tensor;

/** Builds the graph of an expression. Equal parts become one tensor. */
public final class ExpressionGraph {

  private final Tensor x;
  private final Function<String, Tensor> parameters;
  private final Map<Expression, Tensor> built = new HashMap<>();

  private ExpressionGraph(Tensor x, Function<String, Tensor> parameters) {
    this.x = x;
    this.parameters = parameters;
  }

  /**
   * Returns the expression's value.
   *
   * @param x the variable, of any shape
   * @param parameters the value of each free name, of a shape that broadcasts to that of x
   * @return a tensor of the shape of x
   */
  public static Tensor of(Expression expression, Tensor x, Function<String, Tensor> parameters) {
    return new ExpressionGraph(x, parameters).build(expression).broadcast(x.shape());
  }

  private Tensor build(Expression expression) {
    Tensor known = built.get(expression);
    if (known != null) {
      return known;
    }
    Tensor value = value(expression);
    built.put(expression, value);
    return value;
  }

  private Tensor value(Expression expression) {
    return switch (expression) {
      case Expression.Variable _ -> x;
      case Expression.Parameter parameter -> parameters.apply(parameter.name());
      case Expression.Number number -> Tensor.of(number.value());
      case Expression.Application application -> {
        List<Tensor> operands = application.operands().stream().map(this::build).toList();
        yield application.operator().graph().apply(operands);
      }
    };
  }
}
