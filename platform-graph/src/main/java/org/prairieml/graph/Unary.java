package org.prairieml.graph;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The elementwise functions of one operand.
 *
 * <p>Each row is the function's plain meaning and its gradient: {@code x} the operand, {@code y}
 * the result, {@code g} the cotangent. Subgradients at kinks: {@code abs} has 0 at 0; {@code sign}
 * and {@code floor} have 0 everywhere; {@code sqrt} has 0 at 0, where the derivative is infinite
 * and would end a training.
 */
public enum Unary implements Primitive {
  NEG(x -> -x, (x, y, g) -> g.neg()),
  ABS(Math::abs, (x, y, g) -> g.mul(x.sign())),
  SIGN(Math::signum),
  FLOOR(Math::floor),
  RECIPROCAL(x -> 1 / x, (x, y, g) -> g.mul(y.square()).neg()),
  SQRT(Math::sqrt, (x, y, g) -> g.mul(0.5).divNoNan(y)),
  // The factor 2 comes last: 2x overflows where x does not, and g may be 0 there.
  SQUARE(x -> x * x, (x, y, g) -> g.mul(x).mul(2)),
  EXP(Math::exp, (x, y, g) -> g.mul(y)),
  EXPM1(Math::expm1, (x, y, g) -> g.mul(x.exp())),
  /** e^(-x^2); composed of a square and an exponential it would lose digits where x is large. */
  GAUSSIAN(SpecialFunctions::gaussian, (x, y, g) -> g.mul(x.mul(y)).mul(-2)),
  LOG(Math::log, (x, y, g) -> g.div(x)),
  LOG1P(Math::log1p, (x, y, g) -> g.div(x.add(1))),
  SIN(Math::sin, (x, y, g) -> g.mul(x.cos())),
  COS(Math::cos, (x, y, g) -> g.mul(x.sin()).neg()),
  TAN(Math::tan, (x, y, g) -> g.mul(y.square().add(1))),
  TANH(Math::tanh, (x, y, g) -> g.mul(y.square().rsub(1))),
  SINH(Math::sinh, (x, y, g) -> g.mul(x.cosh())),
  COSH(Math::cosh, (x, y, g) -> g.mul(x.sinh())),
  ASINH(
      SpecialFunctions::asinh,
      (x, y, g) -> g.mul(vanishing(x, finite -> finite.square().add(1).sqrt().reciprocal()))),
  ATAN(Math::atan, (x, y, g) -> g.mul(vanishing(x, finite -> finite.square().add(1).reciprocal()))),
  // sigmoid(-x) instead of 1 - y: the derivative keeps its relative accuracy where y rounds to 1.
  SIGMOID(SpecialFunctions::sigmoid, (x, y, g) -> g.mul(y.mul(x.neg().sigmoid()))),
  SOFTPLUS(SpecialFunctions::softplus, (x, y, g) -> g.mul(x.sigmoid())),
  ERF(SpecialFunctions::erf, (x, y, g) -> g.mul(erfSlope(x))),
  ERFC(SpecialFunctions::erfc, (x, y, g) -> g.mul(erfSlope(x)).neg());

  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  private final DoubleUnaryOperator meaning;
  private final Rule rule;

  /** A gradient from operand, result and cotangent. */
  private interface Rule {
    Tensor apply(Tensor x, Tensor y, Tensor g);
  }

  Unary(DoubleUnaryOperator meaning) {
    this(meaning, null);
  }

  Unary(DoubleUnaryOperator meaning, Rule rule) {
    this.meaning = meaning;
    this.rule = rule;
  }

  /**
   * Returns a slope that falls to 0 at both ends, exactly 0 at the infinities: its own derivatives
   * would have {@code 0 * inf} there, and have their limits this way.
   */
  private static Tensor vanishing(Tensor x, UnaryOperator<Tensor> slope) {
    Tensor infinite = x.abs().equalTo(Tensor.of(Double.POSITIVE_INFINITY));
    return infinite.select(0, slope.apply(infinite.select(0, x)));
  }

  private static Tensor erfSlope(Tensor x) {
    return vanishing(x, finite -> finite.gaussian().mul(TWO_OVER_SQRT_PI));
  }

  /** Returns the function's value in float64. */
  public double apply(double x) {
    return meaning.applyAsDouble(x);
  }

  @Override
  public String label() {
    return Labels.lowerCase(this);
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.getFirst();
  }

  @Override
  public boolean differentiable(int operand) {
    return rule != null;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    return rule.apply(result.operand(0), result, cotangent);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    double[] x = operands[0];
    for (int i = 0; i < result.length; i++) {
      result[i] = meaning.applyAsDouble(x[i]);
    }
  }
}
