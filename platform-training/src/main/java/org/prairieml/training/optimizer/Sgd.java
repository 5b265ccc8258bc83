package org.prairieml.training.optimizer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerStep;
import org.prairieml.graph.Tensor;

/**
 * Stochastic gradient descent with momentum, dampening and Nesterov's variant.
 *
 * <p>{@code buffer = momentum buffer + (1 - dampening) g}, except that the first step sets {@code
 * buffer = g}; the step is {@code -rate buffer}, or {@code -rate (g + momentum buffer)} after
 * Nesterov.
 */
public final class Sgd implements Optimizer {

  private static final Option<Double> RATE = CommonOptions.rate(0.1);
  private static final Option<Double> MOMENTUM = CommonOptions.MOMENTUM;
  private static final Option<Double> DAMPENING =
      Option.real(
          "dampening", CommonOptions.BELOW_ONE, 0, "How much of the gradient the momentum omits.");
  private static final Option<Boolean> NESTEROV =
      Option.flag("nesterov", false, "Whether the gradient is taken ahead of the momentum.");
  private static final Option<Double> WEIGHT_DECAY = CommonOptions.WEIGHT_DECAY;

  /** Creates the service. */
  public Sgd() {}

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public String summary() {
    return "Stochastic gradient descent, with momentum or Nesterov momentum if asked for.";
  }

  @Override
  public String source() {
    return "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in"
        + " deep learning (2013)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(RATE, MOMENTUM, DAMPENING, NESTEROV, WEIGHT_DECAY);
  }

  @Override
  public double rate(Options options) {
    return options.get(RATE);
  }

  @Override
  public Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step) {
    Tensor g = WeightDecay.add(gradient, parameter, options.get(WEIGHT_DECAY));
    double momentum = options.get(MOMENTUM);
    if (momentum == 0) {
      return parameter.sub(step.rate().mul(g));
    }
    Tensor before = step.slot("momentum", 0);
    Tensor later = before.mul(momentum).add(g.mul(1 - options.get(DAMPENING)));
    Tensor buffer = step.count().equalTo(Tensor.of(1)).select(g, later);
    step.setSlot("momentum", buffer);
    Tensor direction = options.get(NESTEROV) ? g.add(buffer.mul(momentum)) : buffer;
    return parameter.sub(step.rate().mul(direction));
  }
}
