package org.prairieml.training;

import java.util.List;
import java.util.Map;
import org.prairieml.api.Options;
import org.prairieml.api.Services;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.testkit.TrainerTests;

class SupervisedTrainerConformanceTests extends TrainerTests {

  @Override
  protected Trainer service() {
    return new SupervisedTrainer();
  }

  @Override
  protected Options options() {
    return TrainingServices.configured(
            Trainer.class, "supervised", Map.of("epochs", 3, "batch-size", 2))
        .options();
  }

  @Override
  protected Services services() {
    return TrainingServices.INSTANCE;
  }

  @Override
  protected TrainingTask task() {
    Dataset.Split all =
        new Dataset.Split(
            new NdArray(Shape.of(4, 1), new double[] {-1, -0.5, 0.5, 1}),
            NdArray.vector(0, 0, 1, 1));
    Dataset dataset = new Dataset("signs", new Target.Classes(2), all, all);
    return TrainingTask.of(
        NetworkTemplate.chain(List.of(DenseLayer.of(2))).build(Shape.of(1)), dataset, options());
  }
}
