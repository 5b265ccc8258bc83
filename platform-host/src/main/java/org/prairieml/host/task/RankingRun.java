package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RunContext;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.figures.IntervalsFigure;
import org.prairieml.host.figures.Role;
import org.prairieml.host.run.RunFolder;

/**
 * The task {@code rank-activations}: networks that differ in their activation function alone. The
 * k-th networks of all functions in a model have the same start values, as far as functions have no
 * parameters of their own, and see the examples in the same order.
 */
final class RankingRun implements PreparedRun {

  private final Assignment assignment;
  private final List<Model> models;
  private final List<Configured<Activation>> functions;
  private final Configured<Activation> baseline;

  /** Checks every function in every model. */
  RankingRun(Assignment assignment) {
    Options options = assignment.options();
    this.assignment = assignment;
    this.models = options.get(ExperimentSchema.MODELS).stream().map(Model::of).toList();
    this.baseline = options.get(ExperimentSchema.BASELINE);
    this.functions = withBaseline(options.get(ExperimentSchema.ACTIVATIONS), baseline);
    requireNames();
    for (Model model : models) {
      functions.forEach(function -> assignment.task(model.with(function), model.trainer()));
    }
  }

  private static List<Configured<Activation>> withBaseline(
      List<Configured<Activation>> given, Configured<Activation> baseline) {
    List<Configured<Activation>> all = new ArrayList<>(given);
    if (!all.contains(baseline)) {
      all.add(baseline);
    }
    return List.copyOf(all);
  }

  private void requireNames() {
    if (models.isEmpty()) {
      throw PrairieException.badInput("Key 'models': the list is empty; name at least one.");
    }
    Set<String> names = new HashSet<>();
    for (Model model : models) {
      if (!names.add(model.name())) {
        throw PrairieException.badInput(
            "Key 'models': the name '%s' is twice.".formatted(model.name()));
      }
    }
  }

  @Override
  public RunReport run(RunFolder folder, ProgressListener progress) {
    List<RankedActivation> ranked = new ArrayList<>();
    List<String> names = FunctionNames.of(functions, assignment.services());
    for (int i = 0; i < names.size(); i++) {
      ranked.add(train(i, names.get(i), progress));
    }
    Options options = assignment.options();
    Ranking ranking =
        Ranking.of(
            options.get(ExperimentSchema.METRIC),
            options.get(ExperimentSchema.BEST),
            models.stream().map(Model::name).toList(),
            ranked.get(functions.indexOf(baseline)),
            ranked);
    RankingReport report = new RankingReport(ranking, options.get(ExperimentSchema.RUNS));
    folder.writeText("metrics.csv", report.csv());
    try (Gallery gallery = new Gallery(folder)) {
      gallery.draw("ranking", () -> IntervalsFigure.of(report.picture()));
      return report.toRunReport(gallery.finish());
    }
  }

  private RankedActivation train(int index, String name, ProgressListener progress) {
    String place = "%d of %d: %s".formatted(index + 1, functions.size(), name);
    List<TrainedGroup> cells = new ArrayList<>();
    for (Model model : models) {
      RunContext whole = assignment.context(progress);
      RunContext own =
          new RunContext(
              whole.services(),
              whole.engine(),
              whole.settings(),
              whole.streams().child(model.name()),
              progress);
      cells.add(cell(model, functions.get(index), name, place + ", " + model.name(), own));
    }
    return new RankedActivation(name, List.copyOf(cells));
  }

  /** The group that trains is called alike for all functions, and so are its random streams. */
  private TrainedGroup cell(
      Model model, Configured<Activation> function, String name, String stage, RunContext context) {
    Group group = new Group("network", Role.BASELINE, model.with(function));
    return new GroupTraining(
            assignment, model.trainer(), assignment.options().get(ExperimentSchema.METRIC), context)
        .train(stage, List.of(group), assignment.options().get(ExperimentSchema.RUNS))
        .getFirst()
        .outcomes(new Group(name, Role.BASELINE, group.network()));
  }
}
