package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
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
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import tools.jackson.databind.JsonNode;

/**
 * Algorithm 1 against PyTorch's unrolled autograd in float64. 1e-10 relative is the oracle's own
 * tolerance: two orders above what both sides' rounding through a dozen steps leaves.
 */
class AlgorithmOneTests {

  private static final double TOLERANCE = 1e-10;
  private static final Map<String, String> WEIGHTS =
      Map.of(
          "W1", "dense1.weight", "b1", "dense1.bias", "W2", "dense2.weight", "b2", "dense2.bias");
  private static final Map<String, String> SUBNETWORK =
      Map.of("u", "inner.weight", "c", "inner.bias", "V", "outer.weight", "d", "outer.bias");

  static Stream<JsonNode> problems() {
    return Oracles.read("ldnn.json").get("problems").valueStream();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void innerLossesWeightsAndHypergradientAreThoseOfTheUnrolledGraph(JsonNode problem) {
    try (InnerLoop loop = loop(problem)) {
      double[] losses = run(loop, problem);
      assertClose(losses, problem.get("inner_losses"));
      WEIGHTS.forEach((theirs, ours) ->
          assertClose(loop.read(ours).values(), problem.get("theta_after_inner").get(theirs)));

      loop.differentiate();

      WEIGHTS.forEach((theirs, ours) ->
          assertClose(loop.lambda(ours).values(), problem.get("grad_theta0").get(theirs)));
      eachSubnetwork((kind, theirs, ours) ->
          assertClose(
              loop.hypergradient(ours).values(),
              problem.get("grad_theta_A").get(kind).get(theirs)));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void outerUpdateIsAStepAlongTheHypergradient(JsonNode problem) {
    Configured<Optimizer> sgd = sgd(problem.get("outer_rate").doubleValue());
    try (InnerLoop loop = loop(problem);
        OuterStep outer = new OuterStep(network(problem).activationParameters(), sgd, loop)) {
      run(loop, problem);
      loop.differentiate();

      outer.run();

      eachSubnetwork((kind, theirs, ours) ->
          assertClose(
              loop.read(ours).values(), problem.get("theta_A_after_outer").get(kind).get(theirs)));
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void differentiatingTwiceGivesTheSameBits(JsonNode problem) {
    try (InnerLoop loop = loop(problem)) {
      run(loop, problem);
      loop.differentiate();
      NdArray once = loop.hypergradient("activation1.kind2.inner.weight");
      loop.differentiate();
      assertThat(loop.hypergradient("activation1.kind2.inner.weight")).isEqualTo(once);
    }
  }

  private static double[] run(InnerLoop loop, JsonNode problem) {
    loop.start(tensors(problem.get("theta"), WEIGHTS, ""));
    int batches = problem.get("batches").intValue();
    int steps = batches * problem.get("inner_epochs").intValue();
    return IntStream.range(0, steps)
        .mapToDouble(i ->
            loop.step(
                    new InnerLoop.Batch(
                        Oracles.doubles(problem.get("x").get(i % batches)),
                        Oracles.doubles(problem.get("y").get(i % batches))))
                .loss())
        .toArray();
  }

  private static InnerLoop loop(JsonNode problem) {
    Network network = network(problem);
    Configured<Optimizer> sgd = sgd(problem.get("inner_rate").doubleValue());
    Configured<Loss> loss = TestServices.configured(Loss.class, "softmax-cross-entropy", Map.of());
    InnerPrograms programs =
        new InnerPrograms(
            new InnerStep.Problem(network, loss, sgd),
            new Target.Classes(network.outputShape().dimension(0)),
            Shape.of(Oracles.shape(problem.get("x").get(0))),
            Shape.of(Oracles.shape(problem.get("y").get(0))));
    InnerLoop loop = new InnerLoop(programs, sgd, context());
    for (int kind = 0; kind < 2; kind++) {
      loop.write(
          tensors(
              problem.get("theta_A").get(kind), SUBNETWORK, "activation1.kind" + (kind + 1) + "."));
    }
    return loop;
  }

  private static Network network(JsonNode problem) {
    String base = problem.get("base").stringValue();
    Configured<Activation> subnetwork =
        TestServices.configured(
            Activation.class,
            "ldnn",
            Map.of(
                "base",
                base.equals("sin") ? "sine" : base,
                "hidden",
                problem.get("sub_hidden").stringValue(),
                "width",
                Oracles.shape(problem.get("theta_A").get(0).get("u"))[0]));
    JsonNode theta = problem.get("theta");
    return NetworkTemplate.chain(
            List.of(
                DenseLayer.of(Oracles.shape(theta.get("W1"))[0]),
                ActivationLayer.mixed(
                    List.of(
                        ActivationLayer.kind(subnetwork, 1), ActivationLayer.kind(subnetwork, 1))),
                DenseLayer.of(Oracles.shape(theta.get("W2"))[0])))
        .build(Shape.of(Oracles.shape(theta.get("W1"))[1]));
  }

  private static Configured<Optimizer> sgd(double rate) {
    return TestServices.configured(Optimizer.class, "sgd", Map.of("rate", rate));
  }

  private static RunContext context() {
    return new RunContext(
        TestServices.INSTANCE,
        new ReferenceEngine(),
        new CompileSettings(Precision.FLOAT64, 1),
        RandomStreams.of(1),
        ProgressListener.SILENT);
  }

  private static Map<String, NdArray> tensors(
      JsonNode theirs, Map<String, String> names, String prefix) {
    Map<String, NdArray> ours = new LinkedHashMap<>();
    names.forEach(
        (from, to) -> ours.put(prefix + to, NdArray.vector(Oracles.doubles(theirs.get(from)))));
    return ours;
  }

  /** A check of one parameter of one kind. */
  private interface Check {
    void run(int kind, String theirs, String ours);
  }

  private static void eachSubnetwork(Check check) {
    for (int kind = 0; kind < 2; kind++) {
      int k = kind;
      SUBNETWORK.forEach(
          (theirs, ours) -> check.run(k, theirs, "activation1.kind" + (k + 1) + "." + ours));
    }
  }

  private static void assertClose(double[] actual, JsonNode expected) {
    double[] reference = Oracles.doubles(expected);
    assertThat(actual).hasSameSizeAs(reference);
    for (int i = 0; i < reference.length; i++) {
      assertThat(RelativeError.of(actual[i], reference[i]))
          .as("element %d: %s, expected %s", i, actual[i], reference[i])
          .isLessThan(TOLERANCE);
    }
  }
}
