package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.figures.ChartFigure;
import org.prairieml.host.figures.CurvesFigure;
import org.prairieml.host.figures.Role;
import org.prairieml.host.figures.Scale;
import org.prairieml.host.run.MetricsCsv;
import org.prairieml.host.run.RunFolder;
import org.prairieml.host.statistics.GroupSummary;
import org.prairieml.host.statistics.TextTable;

/** The task {@code train}: some networks, their final metrics, and their curves. */
final class TrainRun implements PreparedRun {

  private final Assignment assignment;
  private final Configured<Trainer> trainer;
  private final int networks;

  TrainRun(Assignment assignment) {
    this.assignment = assignment;
    this.trainer = assignment.options().get(ExperimentSchema.TRAINER);
    this.networks = assignment.options().get(ExperimentSchema.NETWORKS);
    assignment.task(assignment.network(), trainer);
  }

  @Override
  public RunReport run(RunFolder folder, ProgressListener progress) {
    Group group = new Group("network", Role.BASELINE, assignment.network());
    TrainedGroup trained = train(group, progress);
    MetricsCsv table = new MetricsCsv();
    trained.addTo(table, "train");
    folder.writeText("metrics.csv", table.toString());
    if (trained.diverged() == networks) {
      return new RunReport(false, result(trained, "diverged"), List.of("Every network diverged."));
    }
    List<String> lines = new ArrayList<>(lines(trained));
    lines.addAll(draw(trained, folder));
    return new RunReport(true, result(trained, "completed"), lines);
  }

  private static List<String> draw(TrainedGroup trained, RunFolder folder) {
    try (Gallery gallery = new Gallery(folder)) {
      gallery.draw(
          "curves",
          () -> CurvesFigure.of("test_loss", Scale.LOG, List.of(trained.curve("test_loss"))));
      trained.charts().forEach(chart -> gallery.draw(chart.name(), () -> ChartFigure.of(chart)));
      return gallery.finish();
    }
  }

  /** One network shows its own progress; of several, each that is done is a step. */
  private TrainedGroup train(Group group, ProgressListener progress) {
    RunContext context = assignment.context(progress);
    if (networks == 1) {
      return new TrainedGroup(
          group,
          List.of(trainer.service().train(assignment.task(group.network(), trainer), context)));
    }
    return new GroupTraining(assignment, trainer, "test_accuracy", context)
        .train("training", List.of(group), networks)
        .getFirst();
  }

  private Map<String, Object> result(TrainedGroup trained, String status) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("task", "train");
    plain.put("status", status);
    plain.put("networks", networks);
    plain.put("diverged", trained.diverged());
    Map<String, Object> metrics = new LinkedHashMap<>();
    trained.metrics().forEach(name -> metrics.put(name, trained.statistics(name).toPlain()));
    plain.put("metrics", metrics);
    return plain;
  }

  private static List<String> lines(TrainedGroup trained) {
    TextTable table =
        new TextTable(
            TextTable.Column.left("metric"),
            TextTable.Column.right("n"),
            TextTable.Column.right("mean"),
            TextTable.Column.right("std"),
            TextTable.Column.right("min"),
            TextTable.Column.right("max"));
    for (String name : trained.metrics()) {
      StatisticText text = new StatisticText(name);
      GroupSummary summary = trained.statistics(name);
      table.row(
          name,
          Integer.toString(summary.n()),
          text.of(summary.mean()),
          text.of(summary.std()),
          text.of(summary.min()),
          text.of(summary.max()));
    }
    return table.lines();
  }
}
