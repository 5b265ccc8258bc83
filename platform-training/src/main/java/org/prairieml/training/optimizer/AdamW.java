package org.prairieml.training.optimizer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerStep;
import org.prairieml.graph.Tensor;

/** Adam with decoupled weight decay: the parameter first shrinks by rate times decay. */
public final class AdamW implements Optimizer {

  private static final Option<Double> RATE = CommonOptions.rate(1e-3);
  private static final Option<Double> WEIGHT_DECAY =
      Option.real(
          "weight-decay",
          RealRange.NOT_NEGATIVE,
          0.01,
          "The parameter shrinks by this times the learning rate.");

  /** Creates the service. */
  public AdamW() {}

  @Override
  public String name() {
    return "adamw";
  }

  @Override
  public String summary() {
    return "Adam with decoupled weight decay.";
  }

  @Override
  public String source() {
    return "Loshchilov, Hutter: Decoupled weight decay regularization (2019)";
  }

  @Override
  public List<Option<?>> options() {
    return AdamRule.options(RATE, WEIGHT_DECAY);
  }

  @Override
  public double rate(Options options) {
    return options.get(RATE);
  }

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step) {
    Tensor shrunk = parameter.mul(step.rate().mul(options.get(WEIGHT_DECAY)).rsub(1));
    return AdamRule.next(shrunk, gradient, options, step);
  }
}
