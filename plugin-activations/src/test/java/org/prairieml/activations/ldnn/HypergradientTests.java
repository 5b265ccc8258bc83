package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.activations.ldnn.OracleLoops.batch;
import static org.prairieml.activations.ldnn.OracleLoops.eachSubnetwork;
import static org.prairieml.activations.ldnn.OracleLoops.loop;
import static org.prairieml.activations.ldnn.OracleLoops.network;
import static org.prairieml.activations.ldnn.OracleLoops.run;
import static org.prairieml.activations.ldnn.OracleLoops.sgd;
import static org.prairieml.activations.ldnn.OracleLoops.steps;
import static org.prairieml.activations.ldnn.OracleLoops.tensors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.ldnn.Hypergradient.Form;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.NdArray;
import tools.jackson.databind.JsonNode;

/** The three hypergradients, on the inner loops of the oracle. */
class HypergradientTests {

  private static final String PARAMETER = "activation1.kind1.outer.weight";

  static Stream<JsonNode> problems() {
    return OracleLoops.problems();
  }

  /** 1e-10: the oracle's tolerance. */
  @ParameterizedTest
  @MethodSource("problems")
  void directOnesOfAllStepsAverageToTheGradientStoppedAtEveryUpdate(JsonNode problem) {
    int steps = steps(problem);
    Map<String, double[]> sums = new LinkedHashMap<>();
    try (InnerLoop loop = loop(problem, new Hypergradient(Form.DIRECT, 0, steps))) {
      loop.start(tensors(problem.get("theta"), OracleLoops.WEIGHTS, ""), 0);
      for (int i = 0; i < steps; i++) {
        loop.differentiateDirectly(batch(problem, i));
        eachSubnetwork(
            (kind, theirs, ours) -> add(sums, ours, loop.hypergradient(ours).values(), steps));
        loop.step(batch(problem, i));
      }
    }
    eachSubnetwork((kind, theirs, ours) ->
        assertThat(sums.get(ours))
            .containsExactly(
                Oracles.doubles(problem.get("first_order_grad").get(kind).get(theirs)),
                within(1e-10)));
  }

  private static void add(Map<String, double[]> sums, String name, double[] values, int parts) {
    double[] sum = sums.computeIfAbsent(name, key -> new double[values.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i] / parts;
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void truncatedAfterAllStepsIsTheFullOneToTheBit(JsonNode problem) {
    int steps = steps(problem);
    assertThat(gradient(problem, new Hypergradient(Form.TRUNCATED, steps, steps)))
        .isEqualTo(gradient(problem, Hypergradient.full(steps)));
  }

  /**
   * The sum of the last losses as a function of the sub-networks, from the held state before them.
   * 1e-7: what central differences of 1e-5 leave of third derivatives and rounding.
   */
  @ParameterizedTest
  @MethodSource("problems")
  void truncatedIsTheDerivativeOfTheLastStepsFromAHeldState(JsonNode problem) {
    int steps = steps(problem);
    int last = steps - 1;
    NdArray gradient = gradient(problem, new Hypergradient(Form.TRUNCATED, last, steps));
    try (InnerLoop loop = loop(problem)) {
      loop.start(tensors(problem.get("theta"), OracleLoops.WEIGHTS, ""), 0);
      loop.step(batch(problem, 0));
      Map<String, NdArray> held = weights(loop, network(problem).weightParameters().keySet());
      double[] values = loop.read(PARAMETER).values().clone();
      for (int i = 0; i < values.length; i++) {
        double above = laterLosses(loop, problem, held, moved(values, i, 1e-5));
        double below = laterLosses(loop, problem, held, moved(values, i, -1e-5));
        assertThat(gradient.values()[i]).isCloseTo((above - below) / 2e-5 / steps, within(1e-7));
      }
    }
  }

  private static Map<String, NdArray> weights(InnerLoop loop, Set<String> names) {
    Map<String, NdArray> weights = new LinkedHashMap<>();
    names.forEach(name -> weights.put(name, loop.read(name)));
    return weights;
  }

  private static NdArray moved(double[] values, int index, double by) {
    double[] moved = values.clone();
    moved[index] += by;
    return NdArray.vector(moved);
  }

  private static double laterLosses(
      InnerLoop loop, JsonNode problem, Map<String, NdArray> held, NdArray parameter) {
    loop.start(held, 0);
    loop.write(Map.of(PARAMETER, parameter));
    double sum = 0;
    for (int i = 1; i < steps(problem); i++) {
      sum += loop.step(batch(problem, i)).loss();
    }
    return sum;
  }

  /** 1e-7: as above. */
  @ParameterizedTest
  @MethodSource("problems")
  void averageOfTheLastLossIsDifferentiatedThroughAllSteps(JsonNode problem) {
    int steps = steps(problem);
    NdArray gradient = gradient(problem, new Hypergradient(Form.FULL, steps, 1));
    try (InnerLoop loop = loop(problem)) {
      double[] values = loop.read(PARAMETER).values().clone();
      for (int i = 0; i < values.length; i++) {
        loop.write(Map.of(PARAMETER, moved(values, i, 1e-5)));
        double above = run(loop, problem)[steps - 1];
        loop.write(Map.of(PARAMETER, moved(values, i, -1e-5)));
        double below = run(loop, problem)[steps - 1];
        assertThat(gradient.values()[i]).isCloseTo((above - below) / 2e-5, within(1e-7));
        loop.write(Map.of(PARAMETER, NdArray.vector(values)));
      }
    }
  }

  private static NdArray gradient(JsonNode problem, Hypergradient form) {
    try (InnerLoop loop = loop(problem, form)) {
      run(loop, problem);
      loop.differentiate();
      return loop.hypergradient(PARAMETER);
    }
  }

  @Test
  void clippedStepIsAsLongAsTheLimitAllows() {
    JsonNode problem = problems().findFirst().orElseThrow();
    double free = moveOf(problem, Clipping.NONE);
    double norm = normOf(problem);
    assertThat(free).isCloseTo(norm, within(1e-12));
    assertThat(moveOf(problem, length(norm / 8))).isCloseTo(norm / 8, within(1e-12));
    assertThat(moveOf(problem, length(norm * 2))).isEqualTo(free);
  }

  /** Descent with rate 1 moves a parameter by what is left of its gradient. */
  @Test
  void eachElementIsClippedByItself() {
    JsonNode problem = problems().findFirst().orElseThrow();
    double[] gradient = gradient(problem, Hypergradient.full(steps(problem))).values();
    double limit =
        Arrays.stream(gradient).map(Math::abs).sorted().skip(1).findFirst().orElseThrow();
    Clipping clipping = new Clipping(Optional.of(limit), Optional.empty());
    try (InnerLoop loop = loop(problem);
        OuterStep outer =
            new OuterStep(network(problem).activationParameters(), sgd(1), clipping, loop)) {
      double[] before = loop.read(PARAMETER).values();
      run(loop, problem);
      loop.differentiate();
      assertThat(outer.run()).isCloseTo(normOf(problem), within(1e-12));
      double[] after = loop.read(PARAMETER).values();
      for (int i = 0; i < before.length; i++) {
        assertThat(before[i] - after[i])
            .isCloseTo(Math.clamp(gradient[i], -limit, limit), within(1e-15));
      }
    }
    assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow()).isGreaterThan(limit);
    assertThat(Arrays.stream(gradient).map(Math::abs).min().orElseThrow()).isLessThan(limit);
  }

  @Test
  void lengthIsClippedAfterTheElements() {
    JsonNode problem = problems().findFirst().orElseThrow();
    double limit = normOf(problem) / 8;
    Clipping both = new Clipping(Optional.of(limit / 100), Optional.of(limit));
    Clipping elements = new Clipping(Optional.of(limit / 100), Optional.empty());
    assertThat(moveOf(problem, elements)).isLessThan(limit);
    assertThat(moveOf(problem, both)).isEqualTo(moveOf(problem, elements));
  }

  private static Clipping length(double limit) {
    return new Clipping(Optional.empty(), Optional.of(limit));
  }

  private static double normOf(JsonNode problem) {
    try (InnerLoop loop = loop(problem)) {
      run(loop, problem);
      loop.differentiate();
      double[] sum = {0};
      eachSubnetwork((kind, theirs, ours) -> sum[0] += squared(loop.hypergradient(ours).values()));
      return Math.sqrt(sum[0]);
    }
  }

  /** Returns how far an outer step of gradient descent with rate 1 moves the sub-networks. */
  private static double moveOf(JsonNode problem, Clipping clipping) {
    try (InnerLoop loop = loop(problem);
        OuterStep outer =
            new OuterStep(network(problem).activationParameters(), sgd(1), clipping, loop)) {
      Map<String, NdArray> before = new LinkedHashMap<>();
      eachSubnetwork((kind, theirs, ours) -> before.put(ours, loop.read(ours)));
      run(loop, problem);
      loop.differentiate();
      outer.run();
      double sum = 0;
      for (Map.Entry<String, NdArray> entry : before.entrySet()) {
        double[] move = loop.read(entry.getKey()).values().clone();
        for (int i = 0; i < move.length; i++) {
          move[i] -= entry.getValue().values()[i];
        }
        sum += squared(move);
      }
      return Math.sqrt(sum);
    }
  }

  private static double squared(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
