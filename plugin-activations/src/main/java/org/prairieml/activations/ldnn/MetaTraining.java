package org.prairieml.activations.ldnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingResult.MetricRow;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.NdArray;

/** One meta-learning from start to end: the outer loop of Algorithm 1. */
final class MetaTraining implements AutoCloseable {

  private final Network network;
  private final RunContext context;
  private final InnerBatches batches;
  private final InnerLoop inner;
  private final Hypergradient form;
  private final OuterStep outer;
  private final LearnedFunctions functions;
  private final int outerSteps;
  private final int innerSteps;
  private final int snapshots;
  private final LdnnOptions.Repetition repetition;
  private final List<MetricRow> history = new ArrayList<>();

  MetaTraining(TrainingTask task, RunContext context) {
    Options options = task.options();
    Dataset dataset = task.dataset();
    this.network = task.network();
    this.context = context;
    this.outerSteps = options.get(LdnnOptions.OUTER_STEPS);
    this.innerSteps = options.get(LdnnOptions.INNER_STEPS);
    this.snapshots = options.get(LdnnOptions.CAPTURE).get(LdnnOptions.SNAPSHOTS);
    this.repetition = options.get(LdnnOptions.INNER_LOOPS);
    int size = options.get(LdnnOptions.BATCH_SIZE);
    this.batches = new InnerBatches(dataset.train(), options, context.streams());
    this.form = Hypergradient.of(options, innerSteps);
    InnerPrograms programs =
        new InnerPrograms(
            new InnerStep.Problem(
                network,
                LossChoice.of(options, dataset, context.services()),
                options.get(LdnnOptions.INNER_OPTIMIZER)),
            dataset.target(),
            dataset.train().x().shape().with(0, size),
            dataset.train().y().shape().with(0, size),
            form.form());
    this.inner = new InnerLoop(programs, options.get(LdnnOptions.INNER_OPTIMIZER), form, context);
    this.outer =
        new OuterStep(
            network.activationParameters(),
            options.get(LdnnOptions.OUTER_OPTIMIZER),
            Clipping.of(options),
            inner);
    this.functions =
        new LearnedFunctions(network, new Capture(options.get(LdnnOptions.CAPTURE)), inner);
    inner.write(startValues(task));
  }

  private Map<String, NdArray> startValues(TrainingTask task) {
    Map<String, NdArray> values = network.initialValues(context.streams());
    values.putAll(task.initial());
    values.keySet().retainAll(network.activationParameters().keySet());
    return values;
  }

  TrainingResult run() {
    context.progress().on(new ProgressEvent.Stage("meta-learning", outerSteps));
    functions.capture(0);
    for (int step = 1; step <= outerSteps; step++) {
      Map<String, Double> metrics = outerStep(step);
      history.add(new MetricRow(step, metrics));
      if (!metrics.values().stream().allMatch(Double::isFinite)) {
        return diverged(step, metrics);
      }
      if (isSnapshot(step)) {
        functions.capture(step);
      }
      report(step, metrics);
    }
    return result(TrainingResult.Status.COMPLETED);
  }

  private Map<String, Double> outerStep(int step) {
    int loop = repetition == LdnnOptions.Repetition.SAME ? 1 : step;
    batches.startLoop();
    inner.start(innerStart(loop), (loop - 1L) * (innerSteps + 1));
    Map<String, Double> metrics = new TreeMap<>(innerLoop());
    if (Double.isFinite(metrics.get("inner_loss"))) {
      differentiate();
      metrics.putAll(form.toMetrics());
      metrics.put("hypergradient_norm", outer.run());
    }
    return metrics;
  }

  private void differentiate() {
    if (form.form() == Hypergradient.Form.DIRECT) {
      inner.differentiateDirectly(batches.next());
    } else {
      inner.differentiate();
    }
  }

  /** Trains until the inner steps are done or a loss is not finite. */
  private Map<String, Double> innerLoop() {
    double sum = 0;
    InnerLoop.Observation last = null;
    for (int i = 0; i < innerSteps && Double.isFinite(sum); i++) {
      last = inner.step(batches.next());
      sum += last.loss();
    }
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("inner_loss", sum / innerSteps);
    metrics.put("final_inner_loss", last.loss());
    if (!Double.isNaN(last.accuracy())) {
      metrics.put("final_inner_accuracy", last.accuracy());
    }
    return metrics;
  }

  /** Returns start values of an inner loop's own. */
  private Map<String, NdArray> innerStart(int loop) {
    Map<String, NdArray> values = network.initialValues(context.streams().child("outer" + loop));
    values.keySet().removeAll(network.activationParameters().keySet());
    return values;
  }

  private boolean isSnapshot(int step) {
    return step == outerSteps || step % Math.max(1, outerSteps / snapshots) == 0;
  }

  private void report(int step, Map<String, Double> metrics) {
    Map<String, Double> shown = new LinkedHashMap<>();
    shown.put("loss", metrics.get("inner_loss"));
    if (metrics.containsKey("final_inner_accuracy")) {
      shown.put("accuracy", metrics.get("final_inner_accuracy"));
    }
    context.progress().on(new ProgressEvent.Step(step, shown));
  }

  private TrainingResult diverged(int step, Map<String, Double> metrics) {
    context
        .progress()
        .on(
            new ProgressEvent.Note(
                "Meta-learning diverged at outer step %d (%s); try smaller learning rates."
                    .formatted(step, metrics)));
    return result(TrainingResult.Status.DIVERGED);
  }

  private TrainingResult result(TrainingResult.Status status) {
    Map<String, NdArray> learned = new LinkedHashMap<>();
    network.activationParameters().keySet().forEach(name -> learned.put(name, inner.read(name)));
    Map<String, Double> metrics = new TreeMap<>(history.getLast().values());
    if (status == TrainingResult.Status.COMPLETED) {
      metrics.putAll(functions.errors());
    }
    return new TrainingResult(status, learned, history, metrics, functions.result());
  }

  @Override
  public void close() {
    functions.close();
    outer.close();
    inner.close();
  }
}
