package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.figures.Role;
import org.prairieml.host.run.MetricsCsv;
import org.prairieml.host.run.RunFolder;
import org.prairieml.host.statistics.GroupComparison;

/** The task {@code meta-learn}: learn activation functions, then compare networks that use them. */
final class MetaLearnRun implements PreparedRun {

  private final Assignment assignment;
  private final Configured<Trainer> trainer;
  private final Optional<Options> compare;
  private final Optional<ComparisonPlan> plan;

  MetaLearnRun(Assignment assignment) {
    this.assignment = assignment;
    this.trainer = assignment.options().get(ExperimentSchema.TRAINER);
    this.compare = assignment.options().find(ExperimentSchema.COMPARE);
    this.plan = compare.map(options -> new ComparisonPlan(assignment.network(), options));
    assignment.task(assignment.network(), trainer);
    plan.ifPresent(this::checkBaselines);
  }

  private void checkBaselines(ComparisonPlan groups) {
    Configured<Trainer> comparing = compare.orElseThrow().get(ExperimentSchema.COMPARE_TRAINER);
    groups.baselineGroups().forEach(group -> assignment.task(group.network(), comparing));
  }

  @Override
  public RunReport run(RunFolder folder, ProgressListener progress) {
    RunContext context = assignment.context(progress);
    TrainingResult learned =
        trainer.service().train(assignment.task(assignment.network(), trainer), context);
    MetricsCsv table = new MetricsCsv();
    new TrainedGroup(new Group("", Role.MIXED, assignment.network()), List.of(learned))
        .addTo(table, "meta-learn");
    MetaLearnFiles files = new MetaLearnFiles(folder);
    files.functions(learned.activations());
    if (learned.status() == TrainingResult.Status.DIVERGED) {
      folder.writeText("metrics.csv", table.toString());
      return new RunReport(
          false, result(learned, null, Map.of()), List.of("Meta-learning diverged."));
    }
    Comparison comparison = plan.map(p -> compare(p, learned, context)).orElse(null);
    if (comparison != null) {
      comparison.groups().forEach(group -> group.addTo(table, "compare"));
      files.comparison(comparison);
    }
    folder.writeText("metrics.csv", table.toString());
    Map<String, Double> outside =
        comparison == null ? Map.of() : outside(comparison, learned.activations(), context);
    return new RunReport(
        true, result(learned, comparison, outside), lines(learned, comparison, outside));
  }

  private Comparison compare(ComparisonPlan groups, TrainingResult learned, RunContext context) {
    Options options = compare.orElseThrow();
    String metric = options.get(ExperimentSchema.COMPARE_METRIC);
    GroupTraining training =
        new GroupTraining(
            assignment,
            options.get(ExperimentSchema.COMPARE_TRAINER),
            metric,
            new RunContext(
                context.services(),
                context.engine(),
                context.settings(),
                context.streams().child("compare"),
                context.progress()));
    return new Comparison(
        metric,
        training.train(
            "comparison",
            groups.groups(learned.activations()),
            options.get(ExperimentSchema.COMPARE_NETWORKS)));
  }

  /**
   * Returns, for the groups with captured functions, how often inputs left the captured interval.
   */
  private Map<String, Double> outside(
      Comparison comparison, List<LearnedActivation> learned, RunContext context) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (TrainedGroup trained : comparison.groups()) {
      if (trained.group().role() != Role.BASELINE) {
        try (OutsideShare share =
            new OutsideShare(
                trained.group().network().build(assignment.dataset().exampleShape()),
                plan.orElseThrow().layer(),
                assignment.dataset().test(),
                learned.getFirst().grid(),
                context)) {
          shares.put(
              trained.group().name(),
              share.mean(trained.results().stream().map(TrainingResult::parameters).toList()));
        }
      }
    }
    return shares;
  }

  private Map<String, Object> result(
      TrainingResult learned, Comparison comparison, Map<String, Double> outside) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("task", "meta-learn");
    plain.put(
        "status", learned.status() == TrainingResult.Status.COMPLETED ? "completed" : "diverged");
    plain.put("meta", learned.metrics());
    if (comparison != null) {
      plain.put("metric", comparison.metric());
      plain.put("groups", comparison.groupsToPlain());
      plain.put("tests", comparison.tests().stream().map(GroupComparison::toPlain).toList());
      plain.put("outside", outside);
    }
    Map<String, Object> functions = new LinkedHashMap<>();
    learned
        .activations()
        .forEach(f -> functions.put(f.layer() + "." + f.label(), f.function().toPlain()));
    plain.put("activations", functions);
    return plain;
  }

  private static List<String> lines(
      TrainingResult learned, Comparison comparison, Map<String, Double> outside) {
    List<String> lines = new ArrayList<>();
    if (comparison != null) {
      lines.addAll(comparison.lines());
      lines.add("");
      lines.addAll(Verdict.of(comparison));
      outside.forEach((group, share) -> {
        if (share > 0.01) {
          lines.add(
              "In group '%s' %.1f %% of preactivations lay outside the captured interval."
                  .formatted(group, 100 * share));
        }
      });
    } else {
      lines.add(learned.metrics().toString());
    }
    return lines;
  }
}
