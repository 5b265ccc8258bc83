package org.prairieml.training;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Services;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;

/**
 * Minimizes a loss over mini-batches; a whole step, optimizer included, is one program.
 *
 * <p>The history has a row per epoch, and one at step 0 for the start values: {@code loss} (the
 * mean over the epoch's batches, each before its update), {@code test_loss}, {@code test_accuracy}
 * (for classes) and {@code rate}. The final metrics are {@code train_loss}, {@code train_accuracy},
 * {@code test_loss} and {@code test_accuracy}. A loss that is not finite ends the training with the
 * status {@code DIVERGED}.
 */
public final class SupervisedTrainer implements Trainer {

  /** Creates the service. */
  public SupervisedTrainer() {}

  @Override
  public String name() {
    return "supervised";
  }

  @Override
  public String summary() {
    return "Minimizes a loss over mini-batches by an optimizer.";
  }

  @Override
  public List<Option<?>> options() {
    return SupervisedOptions.ALL;
  }

  @Override
  public void check(TrainingTask task, Services services) {
    MiniBatches.requireSize(task.dataset(), task.options().get(SupervisedOptions.BATCH_SIZE));
    LossChoice.of(task.options(), task.dataset(), services);
  }

  @Override
  public TrainingResult train(TrainingTask task, RunContext context) {
    check(task, context.services());
    try (Training training = new Training(task, context)) {
      return training.run();
    }
  }
}
