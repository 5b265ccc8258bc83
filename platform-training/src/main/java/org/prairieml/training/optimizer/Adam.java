package org.prairieml.training.optimizer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerStep;
import org.prairieml.graph.Tensor;

/** Adam, with AMSGrad if asked for; weight decay is added to the gradient. */
public final class Adam implements Optimizer {

  private static final Option<Double> RATE = CommonOptions.rate(1e-3);
  private static final Option<Double> WEIGHT_DECAY = CommonOptions.WEIGHT_DECAY;

  /** Creates the service. */
  public Adam() {}

  @Override
  public String name() {
    return "adam";
  }

  @Override
  public String summary() {
    return "Adam: steps scaled by running means of gradients and their squares.";
  }

  @Override
  public String source() {
    return "Kingma, Ba: Adam: a method for stochastic optimization (2015)";
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
    Tensor g = WeightDecay.add(gradient, parameter, options.get(WEIGHT_DECAY));
    return AdamRule.next(parameter, g, options, step);
  }
}
