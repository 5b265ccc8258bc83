package org.prairieml.training;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.training.InitializerChoice;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.Schedule;

/** The options of the supervised trainer. */
public final class SupervisedOptions {

  /** How often every training example is seen. */
  public static final Option<Integer> EPOCHS =
      Option.integer(
          "epochs", 1, Integer.MAX_VALUE, 20, "How often every training example is seen.");

  /** The number of examples per step. */
  public static final Option<Integer> BATCH_SIZE =
      Option.integer("batch-size", 1, Integer.MAX_VALUE, 100, "The number of examples per step.");

  /** The rule that moves the parameters. */
  public static final Option<Configured<Optimizer>> OPTIMIZER =
      Option.service("optimizer", Optimizer.class, "adam", "The rule that moves the parameters.");

  /** How the learning rate changes. */
  public static final Option<Configured<Schedule>> SCHEDULE =
      Option.service("schedule", Schedule.class, "constant", "How the learning rate changes.");

  static final List<Option<?>> ALL =
      List.of(EPOCHS, BATCH_SIZE, OPTIMIZER, SCHEDULE, LossChoice.OPTION, InitializerChoice.OPTION);

  private SupervisedOptions() {}
}
