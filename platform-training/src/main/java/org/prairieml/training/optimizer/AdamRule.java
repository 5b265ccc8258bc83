package org.prairieml.training.optimizer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.training.OptimizerStep;
import org.prairieml.graph.Tensor;

/** The step that Adam and AdamW share. */
final class AdamRule {

  private static final Option<Double> BETA1 =
      Option.real(
          "beta1", CommonOptions.BELOW_ONE, 0.9, "The decay of the gradient's running mean.");
  private static final Option<Double> BETA2 =
      Option.real(
          "beta2", CommonOptions.BELOW_ONE, 0.999, "The decay of the squared gradient's mean.");
  private static final Option<Double> EPSILON = CommonOptions.epsilon(1e-8);
  private static final Option<Boolean> AMSGRAD =
      Option.flag("amsgrad", false, "Whether the largest second moment so far divides.");

  private AdamRule() {}

  static List<Option<?>> options(Option<Double> rate, Option<Double> weightDecay) {
    return List.of(rate, BETA1, BETA2, EPSILON, weightDecay, AMSGRAD);
  }

  /**
   * Returns {@code parameter - rate m_hat / (sqrt(v_hat) + epsilon)} with bias-corrected moments
   * (Kingma and Ba 2015, Algorithm 1).
   */
  static Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step) {
    Tensor first = moment("first_moment", gradient, options.get(BETA1), step);
    Tensor second = moment("second_moment", gradient.square(), options.get(BETA2), step);
    Tensor divisor = options.get(AMSGRAD) ? largest(second, step) : second;
    Tensor scale = divisor.div(bias(options.get(BETA2), step)).sqrt().add(options.get(EPSILON));
    Tensor rate = step.rate().div(bias(options.get(BETA1), step));
    return parameter.sub(rate.mul(first).div(scale));
  }

  private static Tensor moment(String slot, Tensor value, double decay, OptimizerStep step) {
    Tensor next = step.slot(slot, 0).mul(decay).add(value.mul(1 - decay));
    step.setSlot(slot, next);
    return next;
  }

  private static Tensor largest(Tensor second, OptimizerStep step) {
    Tensor next = step.slot("largest_second_moment", 0).max(second);
    step.setSlot("largest_second_moment", next);
    return next;
  }

  /** 1 - decay^count, by expm1: in float32 the difference would lose most of its digits. */
  private static Tensor bias(double decay, OptimizerStep step) {
    return step.count().mul(Math.log(decay)).expm1().neg();
  }
}
