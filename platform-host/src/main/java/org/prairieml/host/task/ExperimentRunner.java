package org.prairieml.host.task;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.host.experiment.Experiment;
import org.prairieml.host.experiment.ExperimentSchema;

/** Does what an experiment says. */
public final class ExperimentRunner {

  private final Services services;

  /** Creates a runner. */
  @Inject
  public ExperimentRunner(Services services) {
    this.services = services;
  }

  /**
   * Loads the data, builds the network and checks the trainer.
   *
   * @throws PrairieException bad input
   */
  public PreparedRun prepare(Experiment experiment) {
    Options options = experiment.options();
    Configured<DatasetSource> data = options.get(ExperimentSchema.DATA);
    Dataset dataset = data.service().load(data.options());
    Network network = options.get(ExperimentSchema.NETWORK).build(dataset.exampleShape());
    Configured<Trainer> trainer = options.get(ExperimentSchema.TRAINER);
    TrainingTask task = TrainingTask.of(network, dataset, trainer.options());
    trainer.service().check(task);
    return (_, progress) -> train(trainer.service(), task, options, progress);
  }

  private RunReport train(
      Trainer trainer, TrainingTask task, Options options, ProgressListener progress) {
    RunContext context =
        new RunContext(
            services,
            options.get(ExperimentSchema.ENGINE).service(),
            new CompileSettings(options.get(ExperimentSchema.PRECISION), 1),
            RandomStreams.of(options.get(ExperimentSchema.SEED)),
            progress);
    TrainingResult result = trainer.train(task, context);
    boolean completed = result.status() == TrainingResult.Status.COMPLETED;
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("status", completed ? "completed" : "diverged");
    plain.put("metrics", result.metrics());
    return new RunReport(completed, plain, List.of(plain.toString()));
  }
}
