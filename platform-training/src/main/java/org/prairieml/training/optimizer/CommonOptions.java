package org.prairieml.training.optimizer;

import org.prairieml.api.Option;
import org.prairieml.api.RealRange;

/** Options that several optimizers have. */
final class CommonOptions {

  static final RealRange BELOW_ONE = RealRange.between(0, Math.nextDown(1.0));

  static final Option<Double> WEIGHT_DECAY =
      Option.real(
          "weight-decay",
          RealRange.NOT_NEGATIVE,
          0,
          "This times the parameter is added to its gradient (L2 penalty).");

  static final Option<Double> MOMENTUM =
      Option.real("momentum", BELOW_ONE, 0, "How much of the last step is kept.");

  private CommonOptions() {}

  static Option<Double> rate(double usual) {
    return Option.real("rate", RealRange.POSITIVE, usual, "The learning rate.");
  }

  static Option<Double> epsilon(double usual) {
    return Option.real(
        "epsilon", RealRange.NOT_NEGATIVE, usual, "Added to the square root that divides.");
  }
}
