package org.prairieml.activations.ldnn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import tools.jackson.databind.JsonNode;

/** The inner loops of {@code ldnn.json}, as ours. */
final class OracleLoops {

  static final Map<String, String> WEIGHTS =
      Map.of(
          "W1", "dense1.weight", "b1", "dense1.bias", "W2", "dense2.weight", "b2", "dense2.bias");
  static final Map<String, String> SUBNETWORK =
      Map.of("u", "inner.weight", "c", "inner.bias", "V", "outer.weight", "d", "outer.bias");

  private OracleLoops() {}

  static Stream<JsonNode> problems() {
    return Oracles.read("ldnn.json").get("problems").valueStream();
  }

  /** Does all steps and returns their losses. */
  static double[] run(InnerLoop loop, JsonNode problem) {
    loop.start(tensors(problem.get("theta"), WEIGHTS, ""), 0);
    return IntStream.range(0, steps(problem))
        .mapToDouble(i -> loop.step(batch(problem, i)).loss())
        .toArray();
  }

  static int steps(JsonNode problem) {
    return problem.get("batches").intValue() * problem.get("inner_epochs").intValue();
  }

  /** Returns the batch of a step, from 0. */
  static InnerLoop.Batch batch(JsonNode problem, int step) {
    int i = step % problem.get("batches").intValue();
    return (x, y) -> {
      x.write(Oracles.doubles(problem.get("x").get(i)));
      y.write(Oracles.doubles(problem.get("y").get(i)));
    };
  }

  /** Returns Algorithm 1's loop with the oracle's sub-networks. */
  static InnerLoop loop(JsonNode problem) {
    return loop(problem, Hypergradient.full(steps(problem)));
  }

  /** Returns Algorithm 1's loop with more options for the sub-networks. */
  static InnerLoop loop(JsonNode problem, Map<String, Object> subnetwork) {
    return loop(problem, network(problem, subnetwork), Hypergradient.full(steps(problem)));
  }

  /** Returns a loop that is differentiated otherwise. */
  static InnerLoop loop(JsonNode problem, Hypergradient form) {
    return loop(problem, network(problem), form);
  }

  private static InnerLoop loop(JsonNode problem, Network network, Hypergradient form) {
    Configured<Optimizer> sgd = sgd(problem.get("inner_rate").doubleValue());
    Configured<Loss> loss = TestServices.configured(Loss.class, "softmax-cross-entropy", Map.of());
    InnerPrograms programs =
        new InnerPrograms(
            new InnerStep.Problem(network, loss, sgd),
            new Target.Classes(network.outputShape().dimension(0)),
            Shape.of(Oracles.shape(problem.get("x").get(0))),
            Shape.of(Oracles.shape(problem.get("y").get(0))),
            form.form());
    InnerLoop loop = new InnerLoop(programs, sgd, form, context());
    for (int kind = 0; kind < 2; kind++) {
      loop.write(
          tensors(
              problem.get("theta_A").get(kind), SUBNETWORK, "activation1.kind" + (kind + 1) + "."));
    }
    return loop;
  }

  static Network network(JsonNode problem) {
    return network(problem, Map.of());
  }

  private static Network network(JsonNode problem, Map<String, Object> more) {
    String base = problem.get("base").stringValue();
    Map<String, Object> options = new LinkedHashMap<>(more);
    options.put("base", base.equals("sin") ? "sine" : base);
    options.put("hidden", problem.get("sub_hidden").stringValue());
    options.put("width", Oracles.shape(problem.get("theta_A").get(0).get("u"))[0]);
    Configured<Activation> subnetwork = TestServices.configured(Activation.class, "ldnn", options);
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

  static Configured<Optimizer> sgd(double rate) {
    return TestServices.configured(Optimizer.class, "sgd", Map.of("rate", rate));
  }

  static RunContext context() {
    return new RunContext(
        TestServices.INSTANCE,
        new ReferenceEngine(),
        new CompileSettings(Precision.FLOAT64, 1),
        RandomStreams.of(1),
        ProgressListener.SILENT);
  }

  static Map<String, NdArray> tensors(JsonNode theirs, Map<String, String> names, String prefix) {
    Map<String, NdArray> ours = new LinkedHashMap<>();
    names.forEach(
        (from, to) -> ours.put(prefix + to, NdArray.vector(Oracles.doubles(theirs.get(from)))));
    return ours;
  }

  /** A check of one parameter of one kind. */
  interface Check {
    void run(int kind, String theirs, String ours);
  }

  static void eachSubnetwork(Check check) {
    for (int kind = 0; kind < 2; kind++) {
      int k = kind;
      SUBNETWORK.forEach(
          (theirs, ours) -> check.run(k, theirs, "activation1.kind" + (k + 1) + "." + ours));
    }
  }
}
