package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Target;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Inner loops of networks that are noisy while they learn. */
class NoisyLoopTests {

  private static final String PARAMETER = "activation1.outer.weight";
  private static final int STEPS = 5;
  private static final int BATCH = 6;

  /** 1e-8: what central differences of 1e-4 leave of third derivatives and rounding. */
  @ParameterizedTest
  @ValueSource(strings = {"exact", "grid"})
  void theAdjointSeesTheNoiseOfTheStep(String evaluation) {
    try (InnerLoop loop = loop(network(0.3, 0.3, evaluation))) {
      meanLoss(loop, 0);
      loop.differentiate();
      double[] gradient = loop.hypergradient(PARAMETER).values();
      double[] values = loop.read(PARAMETER).values();

      for (int i = 0; i < values.length; i++) {
        double above = lossWith(loop, moved(values, i, 1e-4));
        double below = lossWith(loop, moved(values, i, -1e-4));
        assertThat(gradient[i]).isCloseTo((above - below) / 2e-4, within(1e-8));
      }
    }
  }

  @Test
  void lossesAreThoseOfTheirDraws() {
    try (InnerLoop loop = loop(network(0.3, 0, "exact"))) {
      double loss = meanLoss(loop, 0);
      assertThat(meanLoss(loop, 0)).isEqualTo(loss);
      assertThat(meanLoss(loop, STEPS)).isNotEqualTo(loss);
    }
  }

  @Test
  void noiseWithinTheSubnetworkIsNoise() {
    try (InnerLoop plain = loop(network(0, 0, "exact"));
        InnerLoop noisy = loop(network(0, 0.3, "exact"))) {
      assertThat(meanLoss(noisy, 0)).isNotEqualTo(meanLoss(plain, 0));
      assertThat(meanLoss(noisy, STEPS)).isNotEqualTo(meanLoss(noisy, 0));
      assertThat(meanLoss(plain, STEPS)).isEqualTo(meanLoss(plain, 0));
    }
  }

  private static double lossWith(InnerLoop loop, NdArray parameter) {
    NdArray held = loop.read(PARAMETER);
    loop.write(Map.of(PARAMETER, parameter));
    double loss = meanLoss(loop, 0);
    loop.write(Map.of(PARAMETER, held));
    return loss;
  }

  private static NdArray moved(double[] values, int index, double by) {
    double[] moved = values.clone();
    moved[index] += by;
    return NdArray.vector(moved);
  }

  private static double meanLoss(InnerLoop loop, long firstDraw) {
    Map<String, NdArray> weights = network(0, 0, "exact").initialValues(RandomStreams.of(3));
    weights.keySet().removeIf(name -> name.startsWith("activation1"));
    loop.start(weights, firstDraw);
    return IntStream.range(0, STEPS)
        .mapToDouble(step -> loop.step(batch(step)).loss())
        .average()
        .orElseThrow();
  }

  private static InnerLoop.Batch batch(int step) {
    double[] x = new SplittableRandom(step).doubles(2 * BATCH, -1, 1).toArray();
    return (inputs, labels) -> {
      inputs.write(x);
      labels.write(
          IntStream.range(0, BATCH)
              .mapToDouble(i -> x[2 * i] * x[2 * i + 1] > 0 ? 1 : 0)
              .toArray());
    };
  }

  private static InnerLoop loop(Network network) {
    Configured<Optimizer> rmsprop =
        TestServices.configured(
            Optimizer.class,
            "rmsprop",
            Map.of("rate", 0.05, "decay", 0.4, "initial-mean-square", 1));
    Hypergradient form = Hypergradient.full(STEPS);
    InnerPrograms programs =
        new InnerPrograms(
            new InnerStep.Problem(
                network,
                TestServices.configured(Loss.class, "softmax-cross-entropy", Map.of()),
                rmsprop),
            new Target.Classes(2),
            Shape.of(BATCH, 2),
            Shape.of(BATCH),
            form.form());
    InnerLoop loop = new InnerLoop(programs, rmsprop, form, OracleLoops.context());
    Map<String, NdArray> subnetwork = network.initialValues(RandomStreams.of(3));
    subnetwork.keySet().retainAll(network.activationParameters().keySet());
    loop.write(subnetwork);
    return loop;
  }

  private static Network network(double noise, double within, String evaluation) {
    Configured<Activation> function =
        TestServices.configured(
            Activation.class,
            "ldnn",
            Map.of("width", 5, "noise", within, "evaluation", evaluation));
    Configured<Layer> layer =
        TestServices.configured(Layer.class, "noise", Map.of("scale", noise, "shared", true));
    return NetworkTemplate.chain(
            List.of(DenseLayer.of(7), ActivationLayer.of(function), layer, DenseLayer.of(2)))
        .build(Shape.of(2));
  }
}
