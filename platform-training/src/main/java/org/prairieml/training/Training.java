package org.prairieml.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.InitializerChoice;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.Schedule;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingResult.MetricRow;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.NdArray;

/** One supervised training from start to end. */
final class Training implements AutoCloseable {

  private final Network network;
  private final Dataset dataset;
  private final Configured<Optimizer> optimizer;
  private final Configured<Schedule> schedule;
  private final RunContext context;
  private final MiniBatches batches;
  private final Executable step;
  private final Evaluation evaluation;
  private final List<MetricRow> history = new ArrayList<>();
  private final long totalSteps;
  private final int epochs;
  private long stepsDone;
  private double rate;

  Training(TrainingTask task, RunContext context) {
    Options options = task.options();
    this.network = task.network();
    this.dataset = task.dataset();
    this.context = context;
    this.optimizer = options.get(SupervisedOptions.OPTIMIZER);
    this.schedule = options.get(SupervisedOptions.SCHEDULE);
    this.epochs = options.get(SupervisedOptions.EPOCHS);
    int size = options.get(SupervisedOptions.BATCH_SIZE);
    this.batches = new MiniBatches(dataset.train(), size, context.streams().stream("shuffle"));
    this.totalSteps = (long) epochs * batches.perEpoch();
    Configured<Loss> loss = LossChoice.of(options, dataset, context.services());
    StepProgram program =
        StepProgram.of(
            network,
            loss,
            optimizer,
            dataset.train().x().shape().with(0, size),
            dataset.train().y().shape().with(0, size),
            context.streams());
    this.step = context.compile(program.program());
    this.evaluation = new Evaluation(network, loss, dataset.target(), step);
    program.memory().forEach((name, value) -> step.buffer(name).write(value.values()));
    InitializerChoice.startValues(task, context.streams())
        .forEach((name, value) -> step.buffer(name).write(value.values()));
  }

  TrainingResult run() {
    context.progress().on(new ProgressEvent.Stage("training", totalSteps));
    record(Map.of());
    for (int epoch = 0; epoch < epochs; epoch++) {
      double loss = runEpoch();
      if (!Double.isFinite(loss)) {
        return diverged(loss);
      }
      record(Map.of(StepProgram.LOSS, loss, StepProgram.RATE, rate));
    }
    Map<String, Double> metrics = new LinkedHashMap<>(evaluation.measure(dataset.train(), "train"));
    metrics.putAll(evaluation.measure(dataset.test(), "test"));
    return result(TrainingResult.Status.COMPLETED, metrics);
  }

  /** Returns the mean of the batches' losses, or the first that is not finite. */
  private double runEpoch() {
    double sum = 0;
    for (int i = 0; i < batches.perEpoch(); i++) {
      double loss = runStep();
      if (!Double.isFinite(loss)) {
        return loss;
      }
      sum += loss;
    }
    return sum / batches.perEpoch();
  }

  private double runStep() {
    rate =
        optimizer.service().rate(optimizer.options())
            * schedule.service().factor(stepsDone, totalSteps, schedule.options());
    batches.write(batches.next(), step.buffer(StepProgram.X), step.buffer(StepProgram.Y));
    step.buffer(StepProgram.RATE).write(rate);
    step.run();
    stepsDone++;
    return step.buffer(StepProgram.LOSS).get(0);
  }

  private void record(Map<String, Double> training) {
    Map<String, Double> values = new TreeMap<>(training);
    values.putAll(evaluation.measure(dataset.test(), "test"));
    history.add(new MetricRow(stepsDone, values));
    context.progress().on(new ProgressEvent.Step(stepsDone, values));
  }

  private TrainingResult diverged(double loss) {
    context
        .progress()
        .on(
            new ProgressEvent.Note(
                "The loss was %s at step %d: the training diverged; try a smaller learning rate."
                    .formatted(loss, stepsDone)));
    history.add(new MetricRow(stepsDone, Map.of(StepProgram.LOSS, loss)));
    return result(TrainingResult.Status.DIVERGED, Map.of(StepProgram.LOSS, loss));
  }

  private TrainingResult result(TrainingResult.Status status, Map<String, Double> metrics) {
    Map<String, NdArray> parameters = new LinkedHashMap<>();
    network.parameters().keySet().forEach(name -> parameters.put(name, step.buffer(name).read()));
    return new TrainingResult(status, parameters, history, metrics, List.of());
  }

  @Override
  public void close() {
    evaluation.close();
    step.close();
  }
}
