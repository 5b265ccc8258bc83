package org.prairieml.training.optimizer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerStep;
import org.prairieml.graph.Tensor;

/**
 * RMSprop: {@code step = -rate g / (sqrt(v) + epsilon)} with v the running mean of squared
 * gradients, less the squared running mean if centered; with momentum on these steps.
 */
public final class RmsProp implements Optimizer {

  private static final Option<Double> RATE = CommonOptions.rate(0.01);
  private static final Option<Double> DECAY =
      Option.real(
          "decay", CommonOptions.BELOW_ONE, 0.99, "The decay of the squared gradient's mean.");
  private static final Option<Double> INITIAL_MEAN_SQUARE =
      Option.real(
          "initial-mean-square",
          RealRange.NOT_NEGATIVE,
          0,
          "The squared gradient's mean before the first step; above 0, the first steps are"
              + " shorter.");
  private static final Option<Double> EPSILON = CommonOptions.epsilon(1e-8);
  private static final Option<Double> MOMENTUM = CommonOptions.MOMENTUM;
  private static final Option<Boolean> CENTERED =
      Option.flag("centered", false, "Whether the variance divides instead of the mean square.");
  private static final Option<Double> WEIGHT_DECAY = CommonOptions.WEIGHT_DECAY;

  /** Creates the service. */
  public RmsProp() {}

  @Override
  public String name() {
    return "rmsprop";
  }

  @Override
  public String summary() {
    return "RMSprop: steps divided by the running root mean square of gradients.";
  }

  @Override
  public String source() {
    return "Tieleman, Hinton: Lecture 6.5, RMSprop (2012); centered: Graves, arXiv 1308.0850";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RATE, DECAY, INITIAL_MEAN_SQUARE, EPSILON, MOMENTUM, CENTERED, WEIGHT_DECAY);
  }

  @Override
  public double rate(Options options) {
    return options.get(RATE);
  }

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step) {
    Tensor g = WeightDecay.add(gradient, parameter, options.get(WEIGHT_DECAY));
    Tensor direction = g.div(spread(g, options, step).sqrt().add(options.get(EPSILON)));
    double momentum = options.get(MOMENTUM);
    if (momentum > 0) {
      direction = step.slot("momentum", 0).mul(momentum).add(direction);
      step.setSlot("momentum", direction);
    }
    return parameter.sub(step.rate().mul(direction));
  }

  private static Tensor spread(Tensor g, Options options, OptimizerStep step) {
    Tensor meanSquare =
        running("mean_square", options.get(INITIAL_MEAN_SQUARE), g.square(), options, step);
    return options.get(CENTERED)
        ? meanSquare.sub(running("mean", 0, g, options, step).square())
        : meanSquare;
  }

  private static Tensor running(
      String slot, double initial, Tensor value, Options options, OptimizerStep step) {
    double decay = options.get(DECAY);
    Tensor next = step.slot(slot, initial).mul(decay).add(value.mul(1 - decay));
    step.setSlot(slot, next);
    return next;
  }
}
