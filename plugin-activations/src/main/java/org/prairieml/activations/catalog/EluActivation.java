package org.prairieml.activations.catalog;

import java.util.List;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.WrittenActivation;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/** The exponential linear unit: {@code x} above 0, else {@code alpha (e^x - 1)}. */
public final class EluActivation implements WrittenActivation {

  private static final Option<Double> ALPHA =
      Option.real("alpha", RealRange.NOT_NEGATIVE, 1, "Minus the limit at negative infinity.");

  @Override
  public String name() {
    return "elu";
  }

  @Override
  public String summary() {
    return "x for x > 0, else alpha (e^x - 1)";
  }

  @Override
  public String source() {
    return "Clevert, Unterthiner, Hochreiter: Fast and accurate deep network learning by"
        + " exponential linear units (2016)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(ALPHA);
  }

  @Override
  public List<String> tags() {
    return List.of("fixed", "pangaea", "baseline", "increasing");
  }

  @Override
  public Formula formula(Options options) {
    double alpha = options.get(ALPHA);
    Expression negative = Expression.of("expm1", Expression.of("min_zero", Expression.X));
    Expression scaled = Expression.of("mul", new Expression.Number(alpha), negative);
    Expression positive = Expression.of("less", new Expression.Number(0), Expression.X);
    return Formula.of(
        alpha == 1
            ? Expression.of("elu", Expression.X)
            : Expression.of("where", positive, Expression.X, scaled));
  }

  /** The exponential sees no positive number: its overflow would make the gradient NaN. */
  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    Tensor zero = Tensor.of(0);
    Tensor negative = preactivation.min(zero).expm1().mul(options.get(ALPHA));
    return zero.less(preactivation).select(preactivation, negative);
  }
}
