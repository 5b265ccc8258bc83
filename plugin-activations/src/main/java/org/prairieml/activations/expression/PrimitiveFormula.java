package org.prairieml.activations.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.graph.GraphException;

/** Formulas of activations and their derivatives, whichever plug-in they are from. */
public final class PrimitiveFormula {

  private PrimitiveFormula() {}

  /**
   * Returns a function's formula in primitive operators, with constant parts computed. Parts that
   * are used more than once are one object, so that its size as a tree may be much larger than it
   * is; {@link #size} counts without walking it.
   *
   * @param order 0 for the function, n for its n-th derivative
   * @throws PrairieException bad input, if it has no formula
   */
  public static Formula of(Configured<Activation> function, int order) {
    try {
      FunctionGraph graph = FunctionGraph.of(function);
      for (int i = 0; i < order; i++) {
        graph = graph.derivative();
      }
      Formula formula = graph.formula();
      return new Formula(
          rewrite(formula.expression(), PrimitiveFormula::computed), formula.starts());
    } catch (GraphException problem) {
      throw PrairieException.badInput(
          "Activation '%s' has no formula: %s.".formatted(function.name(), problem.getMessage()),
          problem);
    }
  }

  /** Returns the number of nodes of the tree, or the largest integer if there are more. */
  public static int size(Expression expression) {
    return (int) Math.min(Integer.MAX_VALUE, size(expression, new IdentityHashMap<>()));
  }

  private static long size(Expression expression, Map<Expression, Long> known) {
    if (!(expression instanceof Expression.Application application)) {
      return 1;
    }
    Long size = known.get(expression);
    if (size == null) {
      size = 1L;
      for (Expression operand : application.operands()) {
        size = Math.min(Integer.MAX_VALUE, size + size(operand, known));
      }
      known.put(expression, size);
    }
    return size;
  }

  /** Replaces every node, operands first; what was one object stays one. */
  public static Expression rewrite(Expression expression, UnaryOperator<Expression> rule) {
    return rewrite(expression, rule, new IdentityHashMap<>());
  }

  private static Expression rewrite(
      Expression expression, UnaryOperator<Expression> rule, Map<Expression, Expression> done) {
    Expression known = done.get(expression);
    if (known != null) {
      return known;
    }
    Expression changed = expression;
    if (expression instanceof Expression.Application application) {
      List<Expression> operands =
          application.operands().stream().map(operand -> rewrite(operand, rule, done)).toList();
      changed = new Expression.Application(application.operator(), operands);
    }
    Expression result = rule.apply(changed);
    done.put(expression, result);
    return result;
  }

  private static Expression computed(Expression expression) {
    return expression instanceof Expression.Application application
            && application.operands().stream().allMatch(Expression.Number.class::isInstance)
        ? new Expression.Number(Evaluation.constant(application))
        : expression;
  }
}
