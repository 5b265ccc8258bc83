package org.prairieml.hnn.formula;

import java.util.function.Function;
import org.prairieml.graph.Tensor;

/** A part of a formula. */
public sealed interface Expression {

  /** Returns its value as graph, given a tensor for each name. */
  Tensor apply(Function<String, Tensor> values);

  /** A number. */
  record Constant(double value) implements Expression {
    @Override
    public Tensor apply(Function<String, Tensor> values) {
      return Tensor.of(value);
    }
  }

  /** A named quantity. */
  record Name(String text) implements Expression {
    @Override
    public Tensor apply(Function<String, Tensor> values) {
      return values.apply(text);
    }
  }

  /** The opposite. */
  record Negation(Expression operand) implements Expression {
    @Override
    public Tensor apply(Function<String, Tensor> values) {
      return operand.apply(values).neg();
    }
  }

  /** A function of a part. */
  record Call(FormulaFunction function, Expression argument) implements Expression {
    @Override
    public Tensor apply(Function<String, Tensor> values) {
      return function.apply(argument.apply(values));
    }
  }

  /**
   * Two parts joined.
   *
   * @param sign one of {@code + - * / ^}
   */
  record Operation(char sign, Expression left, Expression right) implements Expression {

    private static final int LARGEST_PRODUCT = 16;

    @Override
    public Tensor apply(Function<String, Tensor> values) {
      Tensor a = left.apply(values);
      return switch (sign) {
        case '+' -> a.add(right.apply(values));
        case '-' -> a.sub(right.apply(values));
        case '*' -> a.mul(right.apply(values));
        case '/' -> a.div(right.apply(values));
        case '^' -> power(a, values);
        default -> throw new IllegalStateException("no operation '" + sign + "'");
      };
    }

    /** A small whole power is a product: exact, and defined for negative bases of any order. */
    private Tensor power(Tensor base, Function<String, Tensor> values) {
      if (right instanceof Constant(double n)
          && n == Math.rint(n)
          && n >= 1
          && n <= LARGEST_PRODUCT) {
        Tensor product = base;
        for (int i = 1; i < n; i++) {
          product = product.mul(base);
        }
        return product;
      }
      return base.pow(right.apply(values));
    }
  }
}
