package org.prairieml.host.task;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.host.experiment.Experiment;
import org.prairieml.host.experiment.ExperimentSchema;

/**
 * What every task of an experiment needs: its options and its data, loaded.
 *
 * @param options values for the experiment's keys
 * @param dataset the data set
 * @param services where services are found
 */
record Assignment(Options options, Dataset dataset, Services services) {

  /**
   * Loads what an experiment needs.
   *
   * @throws PrairieException bad input: the data, or an engine that cannot run or lacks the
   *     precision
   */
  static Assignment of(Experiment experiment, Services services) {
    return of(experiment, experiment.options().get(ExperimentSchema.DATA), services);
  }

  /**
   * Loads what an experiment on several data sets needs, one for each.
   *
   * @throws PrairieException as {@link #of}
   */
  static List<Assignment> each(Experiment experiment, Services services) {
    return experiment.options().get(ExperimentSchema.DATASETS).stream()
        .map(data -> of(experiment, data, services))
        .toList();
  }

  private static Assignment of(
      Experiment experiment, Configured<DatasetSource> data, Services services) {
    Options options = experiment.options();
    requireAble(options.get(ExperimentSchema.ENGINE).service());
    requirePrecision(
        options.get(ExperimentSchema.ENGINE).service(), options.get(ExperimentSchema.PRECISION));
    return new Assignment(options, data.service().load(data.options()), services);
  }

  private static void requireAble(Engine engine) {
    engine
        .hindrance()
        .ifPresent(reason -> {
          throw PrairieException.badInput(reason);
        });
  }

  private static void requirePrecision(Engine engine, Precision precision) {
    if (!engine.precisions().contains(precision)) {
      throw PrairieException.badInput(
          "Engine '%s' does not compute in %s; it offers %s."
              .formatted(
                  engine.name(),
                  word(precision),
                  engine.precisions().stream().map(Assignment::word).collect(joining(", "))));
    }
  }

  private static String word(Precision precision) {
    return String.valueOf(ExperimentSchema.PRECISION.type().write(precision));
  }

  /** Returns the experiment's network. */
  NetworkTemplate network() {
    return options.get(ExperimentSchema.NETWORK);
  }

  /**
   * Returns the training of a network on the data, checked.
   *
   * @throws PrairieException bad input, if network, data and trainer do not fit
   */
  TrainingTask task(NetworkTemplate template, Configured<Trainer> trainer) {
    TrainingTask task =
        TrainingTask.of(template.build(dataset.exampleShape()), dataset, trainer.options());
    trainer.service().check(task, services);
    return task;
  }

  /** Returns the context of the experiment's own streams. */
  RunContext context(ProgressListener progress) {
    return new RunContext(
        services,
        options.get(ExperimentSchema.ENGINE).service(),
        new CompileSettings(options.get(ExperimentSchema.PRECISION), 1),
        RandomStreams.of(options.get(ExperimentSchema.SEED)),
        progress);
  }

  /** Returns how many networks train side by side. */
  int threads() {
    int asked = options.get(ExperimentSchema.THREADS);
    return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
  }
}
