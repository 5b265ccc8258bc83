package org.prairieml.api.training;

import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;

/** The option of trainers that says what is minimized, and its default by the kind of target. */
public final class LossChoice {

  /** What is minimized; absent means {@link #of the usual loss} of the data set's targets. */
  public static final Option<Configured<Loss>> OPTION =
      Option.service(
          "loss",
          Loss.class,
          null,
          "What is minimized; by default softmax-cross-entropy for classes, mean-squared-error for"
              + " values.");

  private LossChoice() {}

  /**
   * Returns the chosen loss, or softmax cross-entropy for classes and mean squared error for
   * values.
   *
   * @throws PrairieException bad input, if the loss is not for the data set's targets
   */
  public static Configured<Loss> of(Options options, Dataset dataset, Services services) {
    Configured<Loss> loss = options.find(OPTION).orElseGet(() -> usual(dataset.target(), services));
    if (!loss.service().accepts(dataset.target())) {
      throw PrairieException.badInput(
          "Loss '%s' is not for the targets of data set '%s'."
              .formatted(loss.name(), dataset.name()));
    }
    return loss;
  }

  private static Configured<Loss> usual(Target target, Services services) {
    String name =
        switch (target) {
          case Target.Classes _ -> "softmax-cross-entropy";
          case Target.Values _ -> "mean-squared-error";
        };
    return Configured.of(services.find(Loss.class, name));
  }
}
