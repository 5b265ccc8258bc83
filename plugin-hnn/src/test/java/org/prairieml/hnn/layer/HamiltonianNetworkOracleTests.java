package org.prairieml.hnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.hnn.TestServices.activation;
import static org.prairieml.hnn.TestServices.configured;
import static org.prairieml.hnn.TestServices.dense;
import static org.prairieml.hnn.TestServices.hamiltonian;
import static org.prairieml.hnn.TestServices.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Network;
import org.prairieml.api.training.Loss;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import tools.jackson.databind.JsonNode;

/** Against PyTorch's double backpropagation in float64. */
class HamiltonianNetworkOracleTests {

  /** Rounding through two hidden layers and two gradients, as the oracle's page states. */
  private static final double TOLERANCE = 1e-11;

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "W1",
          "h1.weight",
          "b1",
          "h1.bias",
          "W2",
          "h2.weight",
          "b2",
          "h2.bias",
          "W3",
          "energy.weight");

  static Stream<JsonNode> networks() {
    return Oracles.read("hnn.json").required("networks").valueStream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void energyFieldLossAndGradientsAgree(JsonNode oracle) {
    ReferenceEvaluator run = run(oracle);

    agree(run.output("H"), oracle.required("H"));
    agree(run.output("field"), oracle.required("time_derivative"));
    agree(run.output("eq6"), oracle.required("loss_eq6"));
    agree(run.output("mse"), oracle.required("loss_mse"));
    agree(run.output("d x"), oracle.required("grad_loss_eq6_x"));
    PARAMETERS.forEach((theirs, ours) ->
        agree(run.output("d " + ours), oracle.required("grad_loss_eq6").required(theirs)));
  }

  private static void agree(double[] actual, JsonNode expected) {
    double[] values =
        expected.isNumber() ? new double[] {expected.doubleValue()} : Oracles.doubles(expected);
    assertThat(RelativeError.max(actual, values)).isLessThan(TOLERANCE);
  }

  private static ReferenceEvaluator run(JsonNode oracle) {
    int[] sizes = Oracles.ints(oracle.required("sizes"));
    String function = oracle.required("activation").stringValue();
    Network network =
        network(
                dense("h1", sizes[1], true),
                activation(function),
                dense("h2", sizes[2], true),
                activation(function),
                dense("energy", 1, false),
                hamiltonian("energy"))
            .build(Shape.of(sizes[0]));
    Program.Builder builder = Program.builder("oracle");
    Tensor x = builder.input("x", Shape.of(Oracles.shape(oracle.required("x"))));
    Tensor target = builder.input("target", x.shape());
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    network
        .parameters()
        .forEach((name, spec) -> parameters.put(name, builder.state(name, spec.shape())));
    Map<String, Tensor> activity = network.activity(x, parameters);
    Tensor field = network.apply(x, parameters);
    Tensor loss = loss("summed-squared-error", field, target);
    builder.output("H", activity.get("energy").sum(-1));
    builder.output("field", field);
    builder.output("eq6", loss);
    builder.output("mse", loss("mean-squared-error", field, target));
    builder.output("d x", Gradients.of(loss, x));
    Gradients.of(loss, parameters)
        .forEach((name, gradient) -> builder.output("d " + name, gradient));
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build());
    PARAMETERS.forEach((theirs, ours) ->
        evaluator.set(ours, Oracles.doubles(oracle.required("params").required(theirs))));
    evaluator.set("x", Oracles.doubles(oracle.required("x")));
    evaluator.set("target", Oracles.doubles(oracle.required("target")));
    return evaluator.run();
  }

  private static Tensor loss(String name, Tensor outputs, Tensor targets) {
    Configured<Loss> loss = configured(Loss.class, name);
    return loss.service().apply(outputs, targets, loss.options());
  }
}
