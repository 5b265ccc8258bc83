package org.prairieml.benchmarks.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.host.bench.BenchStep;
import org.prairieml.host.bench.Workload;

/**
 * The workload w1: one Adam step of a 40-100-10 ReLU classifier, batch 100.
 *
 * @param engine the name that DJL knows its engine by
 */
record DjlClassifier(String engine) implements Workload {

  private static final int INPUTS = 40;
  private static final int HIDDEN = 100;
  private static final int CLASSES = 10;
  private static final int BATCH = 100;
  private static final float RATE = 1e-2f;

  @Override
  public String name() {
    return "w1";
  }

  @Override
  public String describe() {
    return "one Adam step of a %d-%d-%d ReLU classifier, batch %d"
        .formatted(INPUTS, HIDDEN, CLASSES, BATCH);
  }

  @Override
  public BenchStep prepare(Engine named, CompileSettings settings) {
    Model model = Model.newInstance(name(), Device.cpu(), engine);
    model.setBlock(network());
    Trainer trainer = model.newTrainer(training());
    trainer.initialize(new Shape(BATCH, INPUTS));
    NDManager manager = model.getNDManager();
    NDArray x = manager.randomNormal(new Shape(BATCH, INPUTS));
    NDArray y = manager.arange(BATCH).mod(CLASSES).toType(x.getDataType(), false);
    return new DjlTrainingStep(model, trainer, x, y);
  }

  private static Block network() {
    return new SequentialBlock()
        .add(Linear.builder().setUnits(HIDDEN).build())
        .add(Activation.reluBlock())
        .add(Linear.builder().setUnits(CLASSES).build());
  }

  private static DefaultTrainingConfig training() {
    return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
        .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(RATE)).build())
        .optDevices(new Device[] {Device.cpu()});
  }
}
