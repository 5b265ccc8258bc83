package org.prairieml.training.optimizer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerStep;
import org.prairieml.graph.Tensor;

/** AdaGrad: {@code step = -rate g / (sqrt(sum of squared gradients) + epsilon)}. */
public final class AdaGrad implements Optimizer {

  private static final Option<Double> RATE = CommonOptions.rate(0.01);
  private static final Option<Double> EPSILON = CommonOptions.epsilon(1e-10);
  private static final Option<Double> INITIAL =
      Option.real(
          "initial-accumulator",
          RealRange.NOT_NEGATIVE,
          0,
          "What the sum of squares holds before the first step.");
  private static final Option<Double> WEIGHT_DECAY = CommonOptions.WEIGHT_DECAY;

  /** Creates the service. */
  public AdaGrad() {}

  @Override
  public String name() {
    return "adagrad";
  }

  @Override
  public String summary() {
    return "AdaGrad: steps divided by the root of the sum of squared gradients.";
  }

  @Override
  public String source() {
    return "Duchi, Hazan, Singer: Adaptive subgradient methods for online learning and stochastic"
        + " optimization (2011)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RATE, EPSILON, INITIAL, WEIGHT_DECAY);
  }

  @Override
  public double rate(Options options) {
    return options.get(RATE);
  }

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step) {
    Tensor g = WeightDecay.add(gradient, parameter, options.get(WEIGHT_DECAY));
    Tensor sum = step.slot("sum_of_squares", options.get(INITIAL)).add(g.square());
    step.setSlot("sum_of_squares", sum);
    return parameter.sub(step.rate().mul(g.div(sum.sqrt().add(options.get(EPSILON)))));
  }
}
