package org.prairieml.benchmarks.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import org.prairieml.host.bench.BenchStep;

/** A training step as DJL's guide writes it: forward, loss, backward, update. */
final class DjlTrainingStep implements BenchStep {

  private final Model model;
  private final Trainer trainer;
  private final NDList inputs;
  private final NDList labels;
  private float loss;

  DjlTrainingStep(Model model, Trainer trainer, NDArray x, NDArray y) {
    this.model = model;
    this.trainer = trainer;
    this.inputs = new NDList(x);
    this.labels = new NDList(y);
  }

  /** The first step makes the optimizer's memory, which no scope may release. */
  @Override
  public void start() {
    step();
  }

  @Override
  public void run() {
    try (NDScope arrays = new NDScope()) {
      arrays.suppressNotUsedWarning();
      step();
    }
  }

  private void step() {
    NDArray mean;
    try (GradientCollector collector = trainer.newGradientCollector()) {
      mean = trainer.getLoss().evaluate(labels, trainer.forward(inputs));
      collector.backward(mean);
    }
    trainer.step();
    // MXNet works in the background; reading waits for it.
    loss = mean.getFloat();
  }

  @Override
  public double value() {
    return loss;
  }

  /** Not counted here. */
  @Override
  public double gflop() {
    return 0;
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
