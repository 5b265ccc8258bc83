package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The canonical form: simplified, and with the operands of commutative operators in order.
 *
 * <p>It has the same value as the expression for every x, bit for bit (all NaN alike): rules that
 * hold for real numbers only, such as {@code x + 0 = x} (not for -0) or {@code 0 * x = 0} (not for
 * NaN), are not applied. Derivatives are the same except at ties of max and min.
 */
public final class Canonical {

  private static final Set<String> COMMUTATIVE = Set.of("add", "mul", "max", "min", "equal");

  private Canonical() {}

  /** Returns the canonical form. */
  public static Expression of(Expression expression) {
    Expression before = expression;
    while (true) {
      Expression after = before.rewrite(node -> ordered(Simplification.simplify(node)));
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
  }

  private static Expression ordered(Expression expression) {
    if (!(expression instanceof Expression.Application application)
        || !COMMUTATIVE.contains(application.operator().name())
        || application.operands().size() != 2) {
      return expression;
    }
    List<Expression> operands = new ArrayList<>(application.operands());
    operands.sort(order(application.is("add")));
    return new Expression.Application(application.operator(), operands);
  }

  /** Sums end with their numbers, other operators begin with them. */
  private static Comparator<Expression> order(boolean numbersLast) {
    Comparator<Expression> byRank = Comparator.comparingInt(Canonical::rank);
    return (numbersLast ? byRank.reversed() : byRank)
        .thenComparingInt(Expression::size)
        .thenComparing(PrefixPrinter::print);
  }

  private static int rank(Expression expression) {
    return switch (expression) {
      case Expression.Number _ -> 0;
      case Expression.Parameter _ -> 1;
      case Expression.Variable _, Expression.Application _ -> 2;
    };
  }
}
