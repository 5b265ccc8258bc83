package org.prairieml.hnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.engine.Buffer;
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

/** The training of one network, from start values to its last parameters. */
final class Fitting implements AutoCloseable {

  private final Network network;
  private final Dataset dataset;
  private final Configured<Optimizer> optimizer;
  private final Configured<Schedule> schedule;
  private final RunContext context;
  private final int steps;
  private final int evaluateEvery;
  private final Optional<MiniBatches> batches;
  private final double[] rows;
  private final Executable step;
  private final Buffer loss;
  private final Executable train;
  private final Optional<Executable> test;
  private final List<MetricRow> history = new ArrayList<>();
  private double rate;

  Fitting(TrainingTask task, RunContext context) {
    Options options = task.options();
    this.network = task.network();
    this.dataset = task.dataset();
    this.context = context;
    this.optimizer = options.get(DynamicsOptions.OPTIMIZER);
    this.schedule = options.get(DynamicsOptions.SCHEDULE);
    this.steps = options.get(DynamicsOptions.STEPS);
    this.evaluateEvery = options.get(DynamicsOptions.EVALUATE_EVERY);
    Optional<Integer> batch = options.find(DynamicsOptions.BATCH_SIZE);
    this.batches =
        batch.map(
            size -> new MiniBatches(dataset.train(), size, context.streams().stream("shuffle")));
    this.rows = new double[batch.orElse(0)];
    Configured<Loss> measure = LossChoice.of(options, dataset, context.services());
    StepProgram program =
        StepProgram.of(network, measure, optimizer, dataset.train(), batch, context.streams());
    this.step = context.compile(program.program());
    this.loss = step.buffer(StepProgram.LOSS);
    this.train = evaluation(measure, dataset.train());
    this.test =
        dataset.test().size() == 0
            ? Optional.empty()
            : Optional.of(evaluation(measure, dataset.test()));
    write(program.memory());
    write(InitializerChoice.startValues(task, context.streams()));
    writeExamples(step, dataset.train());
  }

  private Executable evaluation(Configured<Loss> measure, Dataset.Split split) {
    Executable program = step.companion(StepProgram.evaluation(network, measure, split));
    writeExamples(program, split);
    return program;
  }

  private static void writeExamples(Executable program, Dataset.Split split) {
    program.buffer(StepProgram.X).write(split.x().values());
    program.buffer(StepProgram.Y).write(split.y().values());
  }

  private void write(Map<String, NdArray> values) {
    values.forEach((name, value) -> step.buffer(name).write(value.values()));
  }

  TrainingResult run() {
    context.progress().on(new ProgressEvent.Stage("training", steps));
    record(0, Map.of());
    for (int done = 0; done < steps; done++) {
      runStep(done);
      double value = loss.get(0);
      if (!Double.isFinite(value)) {
        return diverged(done, value);
      }
      if ((done + 1) % evaluateEvery == 0 || done + 1 == steps) {
        record(done + 1, Map.of("loss", value));
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("train_loss", measure(train));
    test.ifPresent(program -> metrics.put("test_loss", measure(program)));
    return result(TrainingResult.Status.COMPLETED, metrics);
  }

  private void runStep(int done) {
    setRate(
        optimizer.service().rate(optimizer.options())
            * schedule.service().factor(done, steps, schedule.options()));
    batches.ifPresent(this::chooseRows);
    step.run();
  }

  private void chooseRows(MiniBatches order) {
    int[] chosen = order.next();
    Arrays.setAll(rows, i -> chosen[i]);
    step.buffer(StepProgram.ROWS).write(rows);
  }

  private void setRate(double next) {
    if (next != rate) {
      step.buffer(StepProgram.RATE).write(next);
      rate = next;
    }
  }

  private static double measure(Executable program) {
    program.run();
    return program.buffer(StepProgram.LOSS).get(0);
  }

  private void record(int done, Map<String, Double> training) {
    Map<String, Double> values = new TreeMap<>(training);
    test.ifPresent(program -> values.put("test_loss", measure(program)));
    history.add(new MetricRow(done, values));
    context.progress().on(new ProgressEvent.Step(done, values));
  }

  private TrainingResult diverged(int done, double value) {
    context
        .progress()
        .on(
            new ProgressEvent.Note(
                "Training diverged at step %d (loss %s); try a smaller learning rate."
                    .formatted(done + 1, value)));
    history.add(new MetricRow(done + 1, Map.of("loss", value)));
    return result(TrainingResult.Status.DIVERGED, Map.of("train_loss", value));
  }

  private TrainingResult result(TrainingResult.Status status, Map<String, Double> metrics) {
    Map<String, NdArray> learned = new LinkedHashMap<>();
    network.parameters().keySet().forEach(name -> learned.put(name, step.buffer(name).read()));
    return new TrainingResult(status, learned, history, metrics, List.of());
  }

  @Override
  public void close() {
    test.ifPresent(Executable::close);
    train.close();
    step.close();
  }
}
