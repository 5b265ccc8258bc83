package org.prairieml.activations.ldnn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Two classes, a network with two kinds of sub-networks that learns them, and its trainer. */
final class MetaLearning {

  static final Dataset RINGS = rings();
  static final Map<String, Object> SGD = Map.of("name", "sgd", "rate", 0.3);

  /** Two classes that no line separates: near the origin, and around it. */
  private static Dataset rings() {
    int n = 60;
    double[] x = new double[2 * n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2;
      double radius = y[i] == 0 ? 0.5 : 1.5;
      x[2 * i] = radius * Math.cos(i);
      x[2 * i + 1] = radius * Math.sin(i);
    }
    Dataset.Split all = new Dataset.Split(new NdArray(Shape.of(n, 2), x), NdArray.vector(y));
    return new Dataset("rings", new Target.Classes(2), all, all);
  }

  private MetaLearning() {}

  static TrainingResult train(Map<String, Object> options, long seed) {
    return train(options, seed, SGD);
  }

  static TrainingResult train(
      Map<String, Object> options, long seed, Map<String, Object> innerOptimizer) {
    return train(network(), options, seed, innerOptimizer);
  }

  static TrainingResult train(
      Network network, Map<String, Object> options, long seed, Map<String, Object> innerOptimizer) {
    return train(network, RINGS, options, seed, innerOptimizer);
  }

  static TrainingResult train(
      Network network,
      Dataset dataset,
      Map<String, Object> options,
      long seed,
      Map<String, Object> innerOptimizer) {
    Map<String, Object> all = new LinkedHashMap<>(options);
    all.put("inner-optimizer", innerOptimizer);
    Configured<Trainer> trainer = trainer(all);
    return trainer
        .service()
        .train(
            TrainingTask.of(network, dataset, trainer.options()),
            new RunContext(
                TestServices.INSTANCE,
                new ReferenceEngine(),
                new CompileSettings(Precision.FLOAT64, 1),
                RandomStreams.of(seed),
                ProgressListener.SILENT));
  }

  static Configured<Trainer> trainer(Map<String, Object> options) {
    return TestServices.configured(Trainer.class, "ldnn", options);
  }

  static Network network() {
    Configured<Activation> subnetwork =
        TestServices.configured(Activation.class, "ldnn", Map.of("width", 6));
    return NetworkTemplate.chain(
            List.of(
                DenseLayer.of(7),
                ActivationLayer.mixed(
                    List.of(
                        ActivationLayer.kind(subnetwork, 1), ActivationLayer.kind(subnetwork, 1))),
                DenseLayer.of(2)))
        .build(Shape.of(2));
  }
}
