package org.prairieml.activations.catalog;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/** The exponential linear unit: {@code x} above 0, else {@code alpha (e^x - 1)}. */
public final class EluActivation implements Activation {

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

  /** The exponential sees no positive number: its overflow would make the gradient NaN. */
  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    Tensor zero = Tensor.of(0);
    Tensor negative = preactivation.min(zero).expm1().mul(options.get(ALPHA));
    return zero.less(preactivation).select(preactivation, negative);
  }
}
