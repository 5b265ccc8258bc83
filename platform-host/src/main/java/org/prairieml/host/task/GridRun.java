package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.figures.IntervalsFigure;
import org.prairieml.host.figures.Role;
import org.prairieml.host.run.RunFolder;

/**
 * The task {@code grid}: every variant on every data set, in pairs. The k-th networks of all
 * variants have the same start values and see the examples in the same order.
 */
final class GridRun implements PreparedRun {

  private final List<Assignment> assignments;
  private final List<Options> variants;

  /**
   * Checks every cell.
   *
   * @param assignments one per data set
   */
  GridRun(List<Assignment> assignments) {
    if (assignments.isEmpty()) {
      throw PrairieException.badInput("Key 'datasets': the list is empty; name at least one.");
    }
    this.assignments = assignments;
    this.variants = assignments.getFirst().options().get(ExperimentSchema.VARIANTS);
    if (variants.isEmpty()) {
      throw PrairieException.badInput("Key 'variants': the list is empty; name at least one.");
    }
    Set<String> names = new LinkedHashSet<>();
    for (Options variant : variants) {
      String name = variant.get(ExperimentSchema.VARIANT_NAME);
      if (!names.add(name)) {
        throw PrairieException.badInput("Key 'variants': the name '%s' is twice.".formatted(name));
      }
      assignments.forEach(assignment -> assignment.task(assignment.network(), trainer(variant)));
    }
  }

  private static Configured<Trainer> trainer(Options variant) {
    return variant.get(ExperimentSchema.VARIANT_TRAINER);
  }

  @Override
  public RunReport run(RunFolder folder, ProgressListener progress) {
    List<GridRow> rows = new ArrayList<>();
    for (int i = 0; i < assignments.size(); i++) {
      rows.add(row(i, progress));
    }
    Options options = assignments.getFirst().options();
    GridReport report = new GridReport(options.get(ExperimentSchema.METRIC), rows);
    folder.writeText("metrics.csv", report.csv());
    try (Gallery gallery = new Gallery(folder)) {
      gallery.draw("grid", () -> IntervalsFigure.of(report.picture()));
      return report.toRunReport(gallery.finish());
    }
  }

  private GridRow row(int index, ProgressListener progress) {
    Assignment assignment = assignments.get(index);
    String label = (index + 1) + ": " + assignment.dataset().name();
    RunContext whole = assignment.context(progress);
    RunContext own =
        new RunContext(
            whole.services(),
            whole.engine(),
            whole.settings(),
            whole.streams().child("dataset" + index),
            progress);
    return new GridRow(
        label, variants.stream().map(variant -> cell(assignment, variant, label, own)).toList());
  }

  /** The group that trains is called alike for all variants, and so are its random streams. */
  private static TrainedGroup cell(
      Assignment assignment, Options variant, String label, RunContext context) {
    String name = variant.get(ExperimentSchema.VARIANT_NAME);
    GroupTraining training =
        new GroupTraining(
            assignment,
            trainer(variant),
            assignment.options().get(ExperimentSchema.METRIC),
            context);
    Group group = new Group("network", Role.BASELINE, assignment.network());
    TrainedGroup trained =
        training
            .train(
                label + ", " + name,
                List.of(group),
                assignment.options().get(ExperimentSchema.RUNS))
            .getFirst();
    return trained.outcomes(new Group(name, Role.BASELINE, assignment.network()));
  }
}
