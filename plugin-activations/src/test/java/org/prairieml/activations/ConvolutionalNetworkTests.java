package org.prairieml.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.engine.VectorEngine;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Activations with parameters between layers over space, trained on both engines. */
class ConvolutionalNetworkTests {

  private static final NetworkTemplate NETWORK =
      NetworkTemplate.TYPE.read(
          List.of(
              Map.of("kind", "reshape", "shape", List.of(6, 6, 1)),
              Map.of("kind", "conv", "filters", 4, "kernel", 3, "padding", "same"),
              Map.of("kind", "activation", "function", Map.of("name", "prelu", "scope", "channel")),
              Map.of("kind", "max-pool"),
              Map.of("kind", "conv", "filters", 4, "kernel", 2, "groups", 2),
              Map.of("kind", "activation", "function", Map.of("name", "pau", "scope", "channel")),
              Map.of("kind", "average-pool", "stride", 1),
              Map.of("kind", "global-average-pool"),
              Map.of("kind", "dense", "units", 2)),
          TestServices.reader());

  private static final Dataset BARS = bars();

  /** Images of a horizontal or a vertical bar in noise. */
  private static Dataset bars() {
    SplittableRandom random = new SplittableRandom(5);
    int n = 64;
    double[] x = random.doubles((long) n * 36, 0, 0.2).toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2;
      int place = random.nextInt(6);
      for (int j = 0; j < 6; j++) {
        x[i * 36 + (i % 2 == 0 ? place * 6 + j : j * 6 + place)] += 1;
      }
    }
    Dataset.Split all = new Dataset.Split(new NdArray(Shape.of(n, 36), x), NdArray.vector(y));
    return new Dataset("bars", new Target.Classes(2), all, all);
  }

  private static TrainingResult train(Engine engine) {
    Trainer trainer = TestServices.configured(Trainer.class, "supervised", Map.of()).service();
    Map<String, Object> options =
        Map.of("epochs", 60, "batch-size", 16, "optimizer", Map.of("name", "adam", "rate", 0.02));
    TrainingTask task =
        TrainingTask.of(
            NETWORK.build(BARS.exampleShape()),
            BARS,
            TestServices.configured(Trainer.class, "supervised", options).options());
    return trainer.train(
        task,
        new RunContext(
            TestServices.INSTANCE,
            engine,
            new CompileSettings(Precision.FLOAT64, 1),
            RandomStreams.of(3),
            _ -> {}));
  }

  @Test
  void bothEnginesLearnTheSame() {
    TrainingResult reference = train(new ReferenceEngine());
    TrainingResult vector = train(new VectorEngine());

    assertThat(reference.metrics().get("test_accuracy")).isGreaterThan(0.95);
    assertThat(reference.parameters().get("activation1.alpha").shape()).isEqualTo(Shape.of(4));
    assertThat(reference.parameters().get("activation1.alpha").values())
        .as("learned, a number per channel")
        .doesNotContain(0.25)
        .doesNotHaveDuplicates();
    assertThat(reference.parameters().get("activation2.numerator").shape())
        .isEqualTo(Shape.of(4, 6));
    // 240 steps of float64 enlarge differences of rounding, which are near 1e-16 each.
    reference
        .parameters()
        .forEach((name, values) ->
            assertThat(vector.parameters().get(name).values())
                .as(name)
                .containsExactly(values.values(), within(1e-6)));
  }
}
