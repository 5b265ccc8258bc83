package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.prairieml.activations.operator.Operator;
import org.prairieml.activations.operator.Operators;

/**
 * A function of {@code x} as a tree. Immutable; equal trees are equal.
 *
 * <p>The tree is what was written: {@code x + 1} and {@code 1 + x} differ. {@link Canonical} brings
 * trees of one meaning together.
 */
public sealed interface Expression {

  /** The function's variable. */
  Expression X = new Variable();

  /** The function's variable. */
  record Variable() implements Expression {}

  /**
   * A free name.
   *
   * @param name letters, digits and underscores, no digit first
   */
  record Parameter(String name) implements Expression {}

  /**
   * A number; NaN equals NaN, and 0 differs from -0.
   *
   * @param value the number
   */
  record Number(double value) implements Expression {}

  /**
   * An operator with its operands.
   *
   * @param operator the operator
   * @param operands as many as it takes
   */
  record Application(Operator operator, List<Expression> operands) implements Expression {

    /** Checks the number of operands. */
    public Application {
      operands = List.copyOf(operands);
      if (!operator.takes(operands.size())) {
        throw new IllegalArgumentException(
            "'%s' does not take %d operands.".formatted(operator, operands.size()));
      }
    }

    Expression operand(int index) {
      return operands.get(index);
    }

    boolean is(String name) {
      return operator.name().equals(name);
    }
  }

  /** Returns an operator, by name or alias, with operands. */
  static Expression of(String operator, Expression... operands) {
    return new Application(Operators.get(operator), List.of(operands));
  }

  /** Returns the number of nodes. */
  default int size() {
    return switch (this) {
      case Application application ->
          1 + application.operands().stream().mapToInt(Expression::size).sum();
      default -> 1;
    };
  }

  /** Returns the free names in order of their first appearance. */
  default Set<String> parameters() {
    Set<String> names = new LinkedHashSet<>();
    collect(this, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    switch (expression) {
      case Parameter parameter -> names.add(parameter.name());
      case Application application ->
          application.operands().forEach(operand -> collect(operand, names));
      case Variable _, Number _ -> {}
    }
  }

  /** Returns the tree with every node replaced, operands before what they are operands of. */
  default Expression rewrite(UnaryOperator<Expression> rule) {
    if (!(this instanceof Application application)) {
      return rule.apply(this);
    }
    List<Expression> operands = new ArrayList<>();
    application.operands().forEach(operand -> operands.add(operand.rewrite(rule)));
    return rule.apply(new Application(application.operator(), operands));
  }
}
