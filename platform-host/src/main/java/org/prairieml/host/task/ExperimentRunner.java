package org.prairieml.host.task;

import jakarta.inject.Inject;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.host.experiment.Experiment;

/** Does what an experiment says. */
public final class ExperimentRunner {

  private final Services services;

  /** Creates a runner. */
  @Inject
  public ExperimentRunner(Services services) {
    this.services = services;
  }

  /**
   * Loads the data, builds the networks and checks the trainers.
   *
   * @throws PrairieException bad input
   */
  public PreparedRun prepare(Experiment experiment) {
    return switch (experiment.task()) {
      case TRAIN -> new TrainRun(Assignment.of(experiment, services));
      case META_LEARN -> new MetaLearnRun(Assignment.of(experiment, services));
      case GRID -> new GridRun(Assignment.each(experiment, services));
      case RANK_ACTIVATIONS -> new RankingRun(Assignment.of(experiment, services));
    };
  }
}
