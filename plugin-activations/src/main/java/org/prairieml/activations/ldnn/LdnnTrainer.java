package org.prairieml.activations.ldnn;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;

/**
 * Meta-learns activation functions: Algorithm 1 of Choudhary et al. 2023.
 *
 * <p>Every outer step trains a network from new start values for some inner steps with its
 * functions held, and then moves the functions' parameters along the gradient of the mean inner
 * loss, taken through all inner steps, or as {@link Hypergradient} says otherwise. The result's
 * parameters are those of the functions; the weights of the inner networks are not kept. The
 * history has a row per outer step: {@code inner_loss} (mean), {@code final_inner_loss}, {@code
 * final_inner_accuracy} (on the last batch, before its update), {@code hypergradient_norm} (before
 * clipping) and {@code hypergradient_steps}, how many inner steps the gradient went through. The
 * final metrics add how far the captured functions are from the learned ones, for every way of
 * interpolation.
 */
public final class LdnnTrainer implements Trainer {

  @Override
  public String name() {
    return "ldnn";
  }

  @Override
  public String summary() {
    return "Meta-learns activation functions in a bilevel loop (learned-diversity networks).";
  }

  @Override
  public String source() {
    return "Choudhary, Radhakrishnan, Lindner, Sinha, Ditto: Neuronal diversity can improve machine"
        + " learning for physics and beyond (2023), Algorithm 1";
  }

  @Override
  public List<Option<?>> options() {
    return LdnnOptions.ALL;
  }

  @Override
  public void check(TrainingTask task, Services services) {
    MiniBatches.requireSize(task.dataset(), task.options().get(LdnnOptions.BATCH_SIZE));
    LossChoice.of(task.options(), task.dataset(), services);
    Hypergradient.of(task.options(), task.options().get(LdnnOptions.INNER_STEPS));
    if (task.network().activationParameters().isEmpty()) {
      throw PrairieException.badInput(
          "Trainer 'ldnn' learns activation functions, and the network has none with parameters;"
              + " use the function 'ldnn' in an activation layer.");
    }
    new Capture(task.options().get(LdnnOptions.CAPTURE)).requireFit(task.network());
  }

  @Override
  public TrainingResult train(TrainingTask task, RunContext context) {
    check(task, context.services());
    try (MetaTraining training = new MetaTraining(task, context)) {
      return training.run();
    }
  }
}
