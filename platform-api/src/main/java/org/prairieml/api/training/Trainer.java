package org.prairieml.api.training;

import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;
import org.prairieml.api.Services;
import org.prairieml.api.run.RunContext;

/** Fits a network to a data set. Same task, streams and engine: same bits. */
public interface Trainer extends Service {

  /**
   * Checks what can be checked before any work.
   *
   * @throws PrairieException bad input, with the cure
   */
  default void check(TrainingTask task, Services services) {}

  /**
   * Trains.
   *
   * @return the outcome, also of a training that diverged
   * @throws PrairieException bad input, as {@link #check} does
   */
  TrainingResult train(TrainingTask task, RunContext context);
}
