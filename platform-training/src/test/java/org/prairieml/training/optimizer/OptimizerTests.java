package org.prairieml.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.Configured;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.training.TrainingServices;
import tools.jackson.databind.JsonNode;

/** Twenty steps of each optimizer against {@code torch.optim}; 1e-12 is the oracle's tolerance. */
class OptimizerTests {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("lr", "rate"),
          Map.entry("momentum", "momentum"),
          Map.entry("dampening", "dampening"),
          Map.entry("nesterov", "nesterov"),
          Map.entry("weight_decay", "weight-decay"),
          Map.entry("eps", "epsilon"),
          Map.entry("amsgrad", "amsgrad"),
          Map.entry("alpha", "decay"),
          Map.entry("centered", "centered"),
          Map.entry("initial_accumulator_value", "initial-accumulator"));

  static Stream<JsonNode> settings() {
    return Oracles.read("optim.json").get("optimizers").valueStream();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void followsThePathOfTheReference(JsonNode setting) {
    JsonNode oracle = Oracles.read("optim.json");
    double[] start = Oracles.doubles(oracle.get("start"));
    double[] gradients = Oracles.doubles(oracle.get("gradients"));
    double[] path = Oracles.doubles(setting.get("path"));
    assertThat(path).hasSameSizeAs(gradients).isNotEmpty();

    Walk walk = new Walk(optimizer(setting), start);
    for (int i = 0; i < path.length; i += start.length) {
      double[] position = walk.step(Arrays.copyOfRange(gradients, i, i + start.length));
      for (int j = 0; j < start.length; j++) {
        assertThat(RelativeError.of(position[j], path[i + j]))
            .as("step %d, element %d", i / start.length + 1, j)
            .isLessThan(1e-12);
      }
    }
  }

  /** AdaGrad in one dimension with gradients 3 and 4: steps of 1 and 4/5 of the rate. */
  @Test
  void adaGradDividesByTheRootOfTheSumOfSquares() {
    Configured<Optimizer> adaGrad =
        TrainingServices.configured(
            Optimizer.class, "adagrad", Map.of("rate", 0.5, "epsilon", 0.0));
    Walk walk = new Walk(adaGrad, new double[] {10});
    assertThat(walk.step(new double[] {3})[0]).isEqualTo(9.5);
    assertThat(walk.step(new double[] {4})[0]).isEqualTo(9.1);
  }

  /** From a mean square of 4, half of it kept: a gradient of 2 is divided by 2, one of 0 by 1.4. */
  @Test
  void rmsPropStartsFromTheGivenMeanSquare() {
    Configured<Optimizer> rmsProp =
        TrainingServices.configured(
            Optimizer.class,
            "rmsprop",
            Map.of("rate", 0.5, "decay", 0.5, "epsilon", 0.0, "initial-mean-square", 4.0));
    Walk walk = new Walk(rmsProp, new double[] {10});
    assertThat(walk.step(new double[] {2})[0]).isEqualTo(9.5);
    assertThat(walk.step(new double[] {0})[0]).isEqualTo(9.5);
  }

  private static Configured<Optimizer> optimizer(JsonNode setting) {
    Map<String, Object> options = new LinkedHashMap<>();
    setting
        .get("settings")
        .properties()
        .forEach(entry -> {
          if (entry.getKey().equals("betas")) {
            options.put("beta1", entry.getValue().get(0).doubleValue());
            options.put("beta2", entry.getValue().get(1).doubleValue());
          } else {
            options.put(NAMES.get(entry.getKey()), plain(entry.getValue()));
          }
        });
    return TrainingServices.configured(
        Optimizer.class, service(setting.get("name").stringValue()), options);
  }

  private static Object plain(JsonNode value) {
    return value.isBoolean() ? (Object) value.booleanValue() : (Object) value.doubleValue();
  }

  private static String service(String name) {
    return name.startsWith("momentum") || name.startsWith("nesterov")
        ? "sgd"
        : name.replaceAll("_.*", "");
  }

  /** A parameter that an optimizer moves along given gradients. */
  private static final class Walk {

    private final Configured<Optimizer> optimizer;
    private final ReferenceEvaluator program;
    private int count;

    Walk(Configured<Optimizer> optimizer, double[] start) {
      this.optimizer = optimizer;
      Program.Builder builder = Program.builder("walk");
      Shape shape = Shape.of(start.length);
      Map<String, Double> memory = new LinkedHashMap<>();
      OptimizerGraph step =
          OptimizerGraph.of(
              optimizer,
              Map.of("p", builder.state("p", shape)),
              Map.of("p", builder.input("gradient", shape)),
              builder.input("rate", Shape.SCALAR),
              builder.input("count", Shape.SCALAR),
              slot -> {
                memory.put(slot.name(), slot.initial());
                return builder.state(slot.name(), slot.shape());
              });
      step.parameters().forEach(builder::update);
      step.slots().forEach(builder::update);
      program = new ReferenceEvaluator(builder.build()).set("p", start);
      memory.forEach((name, value) -> Arrays.fill(program.placeholder(name), value));
    }

    double[] step(double[] gradient) {
      program
          .set("gradient", gradient)
          .set("rate", optimizer.service().rate(optimizer.options()))
          .set("count", ++count)
          .run();
      return program.placeholder("p");
    }
  }
}
