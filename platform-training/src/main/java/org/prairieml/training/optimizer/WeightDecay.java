package org.prairieml.training.optimizer;

import org.prairieml.graph.Tensor;

/** The L2 penalty's part of a gradient. */
final class WeightDecay {

  private WeightDecay() {}

  static Tensor add(Tensor gradient, Tensor parameter, double decay) {
    return decay == 0 ? gradient : gradient.add(parameter.mul(decay));
  }
}
