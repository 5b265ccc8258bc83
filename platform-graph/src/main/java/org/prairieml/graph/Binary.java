package org.prairieml.graph;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The elementwise functions of two operands of one shape.
 *
 * <p>Each row is the function's plain meaning and its two gradients: {@code n} the result with its
 * operands, {@code g} the cotangent. Subgradients: at a tie of {@code max} or {@code min} the whole
 * cotangent goes to the first operand; {@code div_no_nan} has 0 where the divisor is 0; {@code pow}
 * has 0 towards the base where the base is 0 and the exponent below 1, and 0 towards the exponent
 * where the base is not positive. Comparisons give 1 or 0 and no gradient.
 */
public enum Binary implements Primitive {
  ADD((a, b) -> a + b, (n, g) -> g, (n, g) -> g),
  SUB((a, b) -> a - b, (n, g) -> g, (n, g) -> g.neg()),
  MUL((a, b) -> a * b, (n, g) -> g.mul(n.operand(1)), (n, g) -> g.mul(n.operand(0))),
  DIV((a, b) -> a / b, (n, g) -> g.div(n.operand(1)), (n, g) -> g.mul(n).div(n.operand(1)).neg()),
  /** Division that is 0 wherever the divisor is 0 (PANGAEA's {@code divide_no_nan}). */
  DIV_NO_NAN(
      (a, b) -> b == 0 ? 0 : a / b,
      (n, g) -> g.divNoNan(n.operand(1)),
      (n, g) -> g.mul(n).divNoNan(n.operand(1)).neg()),
  POW(Math::pow, Binary::powTowardsBase, Binary::powTowardsExponent),
  MAX(
      Math::max,
      (n, g) -> g.mul(n.operand(0).greaterOrEqual(n.operand(1))),
      (n, g) -> g.mul(n.operand(0).less(n.operand(1)))),
  MIN(
      Math::min,
      (n, g) -> g.mul(n.operand(0).lessOrEqual(n.operand(1))),
      (n, g) -> g.mul(n.operand(1).less(n.operand(0)))),
  LESS((a, b) -> a < b ? 1 : 0),
  LESS_OR_EQUAL((a, b) -> a <= b ? 1 : 0),
  EQUAL((a, b) -> a == b ? 1 : 0);

  private final DoubleBinaryOperator meaning;
  private final Rule first;
  private final Rule second;

  /** A gradient from the result and its cotangent. */
  private interface Rule {
    Tensor apply(Tensor n, Tensor g);
  }

  Binary(DoubleBinaryOperator meaning) {
    this(meaning, null, null);
  }

  Binary(DoubleBinaryOperator meaning, Rule first, Rule second) {
    this.meaning = meaning;
    this.first = first;
    this.second = second;
  }

  private static Tensor powTowardsBase(Tensor n, Tensor g) {
    Tensor base = n.operand(0);
    Tensor exponent = n.operand(1);
    Tensor singular = base.equalTo(Tensor.of(0)).mul(exponent.less(Tensor.of(1)));
    Tensor slope = exponent.mul(singular.select(1, base).pow(exponent.sub(1)));
    return g.mul(singular.select(0, slope));
  }

  private static Tensor powTowardsExponent(Tensor n, Tensor g) {
    Tensor base = n.operand(0);
    Tensor positive = Tensor.of(0).less(base);
    Tensor slope = n.mul(positive.select(base, 1).log());
    return g.mul(positive.select(slope, 0));
  }

  /** Returns the function's value in float64. */
  public double apply(double a, double b) {
    return meaning.applyAsDouble(a, b);
  }

  @Override
  public String label() {
    return Labels.lowerCase(this);
  }

  @Override
  public Shape shape(List<Shape> operands) {
    if (!operands.get(0).equals(operands.get(1))) {
      throw new GraphException(
          "operands differ in shape: " + operands.get(0) + " and " + operands.get(1));
    }
    return operands.getFirst();
  }

  @Override
  public boolean differentiable(int operand) {
    return first != null;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    return (operand == 0 ? first : second).apply(result, cotangent);
  }

  /** Sums and products have loops of their own, which run as vector code: most work is these. */
  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    double[] a = operands[0];
    double[] b = operands[1];
    switch (this) {
      case ADD -> {
        for (int i = 0; i < result.length; i++) {
          result[i] = a[i] + b[i];
        }
      }
      case MUL -> {
        for (int i = 0; i < result.length; i++) {
          result[i] = a[i] * b[i];
        }
      }
      default -> {
        for (int i = 0; i < result.length; i++) {
          result[i] = meaning.applyAsDouble(a[i], b[i]);
        }
      }
    }
  }
}
