package org.prairieml.activations.expression;

import static org.prairieml.activations.expression.Expression.of;

import java.util.List;
import java.util.function.Function;

/**
 * Rules that make an expression shorter and leave its value as it is, bit for bit.
 *
 * <p>They look at one node; its operands are simplified already.
 */
final class Simplification {

  /** A rule gives null where it does not apply. */
  private static final List<Function<Expression.Application, Expression>> RULES =
      List.of(
          Simplification::constant,
          Simplification::fold,
          Simplification::plain,
          Simplification::negative,
          Simplification::even,
          Simplification::sum,
          Simplification::product,
          Simplification::quotient,
          Simplification::power,
          Simplification::extremum,
          Simplification::known);

  private Simplification() {}

  static Expression simplify(Expression expression) {
    if (expression instanceof Expression.Application application) {
      for (Function<Expression.Application, Expression> rule : RULES) {
        Expression simpler = rule.apply(application);
        if (simpler != null) {
          return simpler;
        }
      }
    }
    return expression;
  }

  private static Expression constant(Expression.Application a) {
    boolean constant = a.operands().stream().allMatch(Expression.Number.class::isInstance);
    return constant ? new Expression.Number(Evaluation.constant(a)) : null;
  }

  /** Operators of any number of operands are chains of those of two. */
  private static Expression fold(Expression.Application a) {
    String step =
        switch (a.operator().name()) {
          case "sum" -> "add";
          case "product" -> "mul";
          case "max", "min" -> a.operands().size() > 2 ? a.operator().name() : null;
          default -> null;
        };
    return step == null
        ? null
        : a.operands().stream().reduce((l, r) -> of(step, l, r)).orElseThrow();
  }

  private static Expression plain(Expression.Application a) {
    return switch (a.operator().name()) {
      case "identity" -> a.operand(0);
      case "zero" -> new Expression.Number(0);
      case "one" -> new Expression.Number(1);
      default -> null;
    };
  }

  private static Expression negative(Expression.Application a) {
    return a.is("negative") ? negated(a.operand(0)) : null;
  }

  /** Returns what the expression is the negative of, or null. */
  private static Expression negated(Expression expression) {
    return expression instanceof Expression.Application a && a.is("negative") ? a.operand(0) : null;
  }

  private static Expression even(Expression.Application a) {
    if (!a.is("abs") && !a.is("square")) {
      return null;
    }
    if (!(a.operand(0) instanceof Expression.Application inner)) {
      return null;
    }
    if (inner.is("negative") || inner.is("abs") && a.is("square")) {
      return of(a.operator().name(), inner.operand(0));
    }
    return a.is("abs") && (inner.is("abs") || inner.is("square")) ? inner : null;
  }

  private static Expression sum(Expression.Application a) {
    if (a.is("add")) {
      return added(a.operand(0), a.operand(1));
    }
    if (!a.is("sub")) {
      return null;
    }
    if (isNumber(a.operand(1), 0)) {
      return a.operand(0);
    }
    Expression opposite = negated(a.operand(1));
    return opposite == null ? null : of("add", a.operand(0), opposite);
  }

  private static Expression added(Expression left, Expression right) {
    if (isNumber(right, -0.0)) {
      return left;
    }
    if (isNumber(left, -0.0)) {
      return right;
    }
    if (negated(right) != null) {
      return of("sub", left, negated(right));
    }
    return negated(left) == null ? null : of("sub", right, negated(left));
  }

  private static Expression product(Expression.Application a) {
    if (!a.is("mul")) {
      return null;
    }
    Expression left = a.operand(0);
    Expression right = a.operand(1);
    if (isNumber(left, 1) || isNumber(right, 1)) {
      return isNumber(left, 1) ? right : left;
    }
    if (isNumber(left, -1) || isNumber(right, -1)) {
      return of("negative", isNumber(left, -1) ? right : left);
    }
    if (negated(left) != null && negated(right) != null) {
      return of("mul", negated(left), negated(right));
    }
    return left.equals(right) ? of("square", left) : null;
  }

  private static Expression quotient(Expression.Application a) {
    if (!a.is("div")) {
      return null;
    }
    if (isNumber(a.operand(1), 1)) {
      return a.operand(0);
    }
    if (isNumber(a.operand(1), -1)) {
      return of("negative", a.operand(0));
    }
    return isNumber(a.operand(0), 1) ? of("reciprocal", a.operand(1)) : null;
  }

  private static Expression power(Expression.Application a) {
    if (!a.is("pow")) {
      return null;
    }
    if (isNumber(a.operand(1), 0) || isNumber(a.operand(1), -0.0)) {
      return new Expression.Number(1);
    }
    return isNumber(a.operand(1), 1) ? a.operand(0) : null;
  }

  private static Expression extremum(Expression.Application a) {
    if (!a.is("max") && !a.is("min")) {
      return null;
    }
    Expression left = a.operand(0);
    Expression right = a.operand(1);
    if (left.equals(right)) {
      return left;
    }
    if (!isNumber(left, 0) && !isNumber(right, 0)) {
      return null;
    }
    return of(a.is("max") ? "relu" : "min_zero", isNumber(left, 0) ? right : left);
  }

  /** Compositions that are an operator of their own, computed in the same way. */
  private static Expression known(Expression.Application a) {
    if (a.is("relu") || a.is("min_zero")) {
      return a.operand(0) instanceof Expression.Application inner && inner.is(a.operator().name())
          ? inner
          : null;
    }
    if (!a.is("mul")) {
      return null;
    }
    Expression gated = gated(a.operand(0), a.operand(1));
    return gated == null ? gated(a.operand(1), a.operand(0)) : gated;
  }

  private static Expression gated(Expression x, Expression gate) {
    if (gate.equals(of("sigmoid", x))) {
      return of("swish", x);
    }
    return gate.equals(of("tanh", of("softplus", x))) ? of("mish", x) : null;
  }

  private static boolean isNumber(Expression expression, double value) {
    return expression instanceof Expression.Number number
        && Double.compare(number.value(), value) == 0;
  }
}
