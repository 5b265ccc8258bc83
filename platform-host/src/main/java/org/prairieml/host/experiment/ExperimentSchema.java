package org.prairieml.host.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.training.Trainer;

/** The keys of an experiment file. */
public final class ExperimentSchema {

  /** What to do. */
  public enum Task {
    /** Train networks and report their metrics. */
    TRAIN,
    /** Learn activation functions, then compare networks that use them. */
    META_LEARN,
    /** Train every variant on every data set, and compare the variants in pairs. */
    GRID,
    /** Train networks that differ in their activation function alone, and rank the functions. */
    RANK_ACTIVATIONS
  }

  public static final Option<String> NAME =
      Option.of(
          "name", OptionTypes.IDENTIFIER, null, "What runs are called; by default as the file is.");

  public static final Option<String> DESCRIPTION =
      Option.text("description", "", "What the experiment is about, for people.");

  public static final Option<Task> TASK = Option.choice("task", Task.TRAIN, "What to do.");

  public static final Option<Long> SEED =
      Option.of("seed", OptionTypes.seed(), 1, "The root of all random streams.");

  public static final Option<Configured<Engine>> ENGINE =
      Option.of(
          "engine",
          OptionTypes.service(Engine.class),
          null,
          "What runs the programs; by default the vector engine, where it can run.");

  public static final Option<Precision> PRECISION =
      Option.of(
          "precision",
          OptionTypes.choice(Precision.class),
          null,
          "The number format; by default the one that the engine prefers.");

  public static final Option<Integer> THREADS =
      Option.integer(
          "threads",
          0,
          1024,
          0,
          "How many networks train side by side; one alone gets them all. 0: one per processor.");

  public static final Option<Configured<DatasetSource>> DATA =
      Option.required("data", OptionTypes.service(DatasetSource.class), "The data set.");

  public static final Option<NetworkTemplate> NETWORK =
      NetworkTemplate.option("network", "The layers of the network.");

  public static final Option<Configured<Trainer>> TRAINER =
      Option.service("trainer", Trainer.class, "supervised", "How the network is trained.");

  public static final Option<Integer> NETWORKS =
      Option.integer(
          "networks", 1, 100_000, 1, "How many networks are trained, from different start values.");

  public static final Option<String> COMPARE_LAYER =
      Option.required(
          "layer", OptionTypes.TEXT, "The id of the layer whose functions differ between groups.");

  public static final Option<Integer> COMPARE_NETWORKS =
      Option.integer("networks", 2, 100_000, 20, "How many networks are trained per group.");

  public static final Option<List<Configured<Activation>>> COMPARE_BASELINES =
      Option.list(
          "baselines",
          OptionTypes.service(Activation.class),
          "Fixed functions to compare with, a group each.");

  public static final Option<Configured<Trainer>> COMPARE_TRAINER =
      Option.service("trainer", Trainer.class, "supervised", "How the groups' networks train.");

  public static final Option<String> COMPARE_METRIC =
      Option.text("metric", "test_accuracy", "The final metric that is compared.");

  public static final List<Option<?>> COMPARE_KEYS =
      List.of(COMPARE_LAYER, COMPARE_NETWORKS, COMPARE_BASELINES, COMPARE_TRAINER, COMPARE_METRIC);

  public static final Option<Options> COMPARE =
      Option.of(
          "compare",
          OptionTypes.section(COMPARE_KEYS),
          null,
          "The groups of networks that show what the learned functions are worth.");

  public static final Option<List<Configured<DatasetSource>>> DATASETS =
      Option.required(
          "datasets",
          OptionTypes.list(OptionTypes.service(DatasetSource.class)),
          "The data sets, a row of the table each.");

  public static final Option<String> VARIANT_NAME =
      Option.required("name", OptionTypes.IDENTIFIER, "What the variant is called.");

  public static final Option<Configured<Trainer>> VARIANT_TRAINER =
      Option.service("trainer", Trainer.class, "supervised", "How it trains.");

  public static final List<Option<?>> VARIANT_KEYS = List.of(VARIANT_NAME, VARIANT_TRAINER);

  public static final Option<List<Options>> VARIANTS =
      Option.required(
          "variants",
          OptionTypes.list(OptionTypes.section(VARIANT_KEYS)),
          "What is compared, a column of the table each; the last is tested against the others.");

  public static final Option<String> METRIC =
      Option.text("metric", "test_accuracy", "The final metric that is compared.");

  public static final Option<Integer> RUNS =
      Option.integer(
          "networks",
          2,
          100_000,
          10,
          "How many networks are trained per cell of the table; the k-th of a row have the same"
              + " start values and order of examples.");

  public static final Option<List<Configured<Activation>>> ACTIVATIONS =
      Option.required("activations", new ActivationList(), "The functions that are ranked.");

  public static final Option<Configured<Activation>> BASELINE =
      Option.of(
          "baseline",
          OptionTypes.service(Activation.class),
          "relu",
          "The function that all others are tested against.");

  public static final Option<String> MODEL_NAME =
      Option.required("name", OptionTypes.IDENTIFIER, "What the model is called.");

  public static final Option<Configured<Trainer>> MODEL_TRAINER =
      Option.service("trainer", Trainer.class, "supervised", "How its networks train.");

  public static final List<Option<?>> MODEL_KEYS = List.of(MODEL_NAME, NETWORK, MODEL_TRAINER);

  public static final Option<List<Options>> MODELS =
      Option.required(
          "models",
          OptionTypes.list(OptionTypes.section(MODEL_KEYS)),
          "Networks with layers of the kind 'activation', whose functions are replaced.");

  /** Which values of a metric are good. */
  public enum Best {
    /** Large ones: an accuracy. */
    HIGHEST,
    /** Small ones: a loss. */
    LOWEST
  }

  public static final Option<Best> BEST =
      Option.choice("best", Best.HIGHEST, "Which values of the metric are good.");

  private static final List<Option<?>> COMMON =
      List.of(NAME, DESCRIPTION, TASK, SEED, ENGINE, PRECISION, THREADS);

  private ExperimentSchema() {}

  /** Returns the keys of an experiment that does a task. */
  public static List<Option<?>> keys(Task task) {
    List<Option<?>> own =
        switch (task) {
          case TRAIN -> List.of(DATA, NETWORK, TRAINER, NETWORKS);
          case META_LEARN -> List.of(DATA, NETWORK, TRAINER, COMPARE);
          case GRID -> List.of(DATASETS, NETWORK, VARIANTS, RUNS, METRIC);
          case RANK_ACTIVATIONS -> List.of(DATA, ACTIVATIONS, BASELINE, MODELS, RUNS, METRIC, BEST);
        };
    return Stream.concat(COMMON.stream(), own.stream()).toList();
  }
}
