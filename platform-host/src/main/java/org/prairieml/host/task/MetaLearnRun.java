package org.prairieml.host.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.figures.Role;
import org.prairieml.host.run.MetricsCsv;
import org.prairieml.host.run.RunFolder;

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
    this.plan =
        compare.map(
            options -> new ComparisonPlan(assignment.network(), options, assignment.services()));
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
        trainer
            .service()
            .train(
                assignment.task(assignment.network(), trainer),
                context.withThreads(assignment.threads()));
    MetricsCsv table = new MetricsCsv();
    new TrainedGroup(new Group("", Role.MIXED, assignment.network()), List.of(learned))
        .addTo(table, "meta-learn");
    try (Gallery gallery = new Gallery(folder)) {
      MetaLearnFiles files = new MetaLearnFiles(folder, gallery);
      files.functions(learned.activations());
      Optional<Comparison> comparison =
          learned.status() == TrainingResult.Status.COMPLETED
              ? plan.map(groups -> compare(groups, learned, context))
              : Optional.empty();
      comparison.ifPresent(
          compared -> compared.groups().forEach(group -> group.addTo(table, "compare")));
      folder.writeText("metrics.csv", table.toString());
      comparison.ifPresent(files::comparison);
      MetaLearnReport report =
          new MetaLearnReport(
              trainer,
              learned,
              comparison,
              comparison.map(c -> outside(c, learned, context)).orElse(Map.of()));
      return report.toRunReport(gallery.finish());
    }
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

  /** Returns, for the groups with captured functions, how often inputs left the interval. */
  private Map<String, Double> outside(
      Comparison comparison, TrainingResult learned, RunContext context) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (TrainedGroup trained : comparison.groups()) {
      if (trained.group().role() != Role.BASELINE) {
        shares.put(trained.group().name(), outside(trained, learned, context));
      }
    }
    return shares;
  }

  private double outside(TrainedGroup trained, TrainingResult learned, RunContext context) {
    try (OutsideShare share =
        new OutsideShare(
            trained.group().network().build(assignment.dataset().exampleShape()),
            plan.orElseThrow().layer(),
            assignment.dataset().test(),
            learned.activations().getFirst().grid(),
            context)) {
      return share.mean(trained.results().stream().map(TrainingResult::parameters).toList());
    }
  }
}
