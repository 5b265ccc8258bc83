package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.activations.ldnn.OracleLoops.WEIGHTS;
import static org.prairieml.activations.ldnn.OracleLoops.eachSubnetwork;
import static org.prairieml.activations.ldnn.OracleLoops.loop;
import static org.prairieml.activations.ldnn.OracleLoops.network;
import static org.prairieml.activations.ldnn.OracleLoops.run;
import static org.prairieml.activations.ldnn.OracleLoops.sgd;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.Configured;
import org.prairieml.api.training.Optimizer;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.NdArray;
import tools.jackson.databind.JsonNode;

/**
 * Algorithm 1 against PyTorch's unrolled autograd in float64. 1e-10 relative is the oracle's own
 * tolerance: two orders above what both sides' rounding through a dozen steps leaves.
 */
class AlgorithmOneTests {

  private static final double TOLERANCE = 1e-10;

  static Stream<JsonNode> problems() {
    return OracleLoops.problems();
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
        OuterStep outer =
            new OuterStep(network(problem).activationParameters(), sgd, Clipping.NONE, loop)) {
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
