package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.NdArray;
import tools.jackson.databind.JsonNode;

/** Sub-networks on a grid against the exact ones, to the bounds of spline theory. */
class GridEvaluationTests {

  /** The largest |tanh''''| is 4.086, at |x| = 0.339. */
  private static final double TANH_FOURTH = 4.09;

  private static Configured<Activation> function(Map<String, Object> more) {
    Map<String, Object> options = new LinkedHashMap<>(Map.of("base", "elu", "width", 9));
    options.putAll(more);
    return TestServices.configured(Activation.class, "ldnn", options);
  }

  private static Configured<Activation> onGrid(int points) {
    return function(Map.of("evaluation", "grid", "grid", Map.of("points", points)));
  }

  /** s'''' is the sum of V u^4 tanh''''; start values are uniform up to 1 for u, 1/3 for V. */
  private static double bound(int points) {
    double h = 20.0 / (points - 1);
    double fourth = 9 * (1 / 3.0) * TANH_FOURTH;
    return 35.0 / 1152 * Math.pow(h, 4) * fourth;
  }

  private static double[] inside() {
    return new SplittableRandom(5).doubles(200, -10, 10).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 101, 401})
  void errorIsWithinTheBoundOfTheQuasiInterpolant(int points) {
    double[] x = inside();
    double worst =
        worst(
            FunctionValues.of(onGrid(points), x).f(), FunctionValues.of(function(Map.of()), x).f());
    assertThat(worst).isBetween(0.0, bound(points)).isPositive();
  }

  /**
   * Four times as many points: derivatives of order k gain a factor 4^(4-k); half of it is asked.
   */
  @Test
  void derivativesConvergeToo() {
    double[] x = inside();
    FunctionValues exact = FunctionValues.of(function(Map.of()), x);
    FunctionValues coarse = FunctionValues.of(onGrid(51), x);
    FunctionValues fine = FunctionValues.of(onGrid(201), x);
    assertThat(worst(fine.df(), exact.df())).isLessThan(worst(coarse.df(), exact.df()) / 32);
    assertThat(worst(fine.d2f(), exact.d2f())).isLessThan(worst(coarse.d2f(), exact.d2f()) / 8);
  }

  @Test
  void beyondTheGridIsAStraightLine() {
    FunctionValues values = FunctionValues.of(onGrid(201), -14, -12, 12, 14);
    assertThat(values.df()[2]).isCloseTo(values.df()[3], within(1e-12));
    assertThat(values.f()[3] - values.f()[2]).isCloseTo(2 * values.df()[3], within(1e-12));
    assertThat(values.d2f()[2]).isCloseTo(0, within(1e-12));
  }

  static Stream<JsonNode> problems() {
    return OracleLoops.problems().filter(p -> p.get("sub_hidden").stringValue().equals("tanh"));
  }

  /**
   * PyTorch's unrolled hypergradient, 401 points: the spline's second derivatives, which the
   * hypergradient needs, err by about h²/12 = 2e-4 of fourth derivatives that are below 0.1 here.
   */
  @ParameterizedTest
  @MethodSource("problems")
  void hypergradientIsThatOfTheExactOneUpToInterpolation(JsonNode problem) {
    Map<String, Object> grid = Map.of("evaluation", "grid", "grid", Map.of("points", 401));
    try (InnerLoop loop = OracleLoops.loop(problem, grid)) {
      OracleLoops.run(loop, problem);
      loop.differentiate();
      OracleLoops.eachSubnetwork((kind, theirs, ours) -> {
        double[] expected = Oracles.doubles(problem.get("grad_theta_A").get(kind).get(theirs));
        NdArray actual = loop.hypergradient(ours);
        assertThat(actual.values()).containsExactly(expected, within(1e-5));
      });
    }
  }

  @Test
  void scaleMultipliesTheSubnetworkAlone() {
    double[] x = {-3, 0.5, 2};
    double[] once = FunctionValues.of(function(Map.of("base", "zero")), x).f();
    double[] fifth = FunctionValues.of(function(Map.of("base", "zero", "scale", 0.2)), x).f();
    IntStream.range(0, x.length)
        .forEach(i -> assertThat(fifth[i]).isCloseTo(0.2 * once[i], within(1e-15)));
  }

  @Test
  void refusesAGridWithoutLength() {
    Configured<Activation> function =
        function(Map.of("evaluation", "grid", "grid", Map.of("lower", 3, "upper", 3)));
    assertThatThrownBy(() -> FunctionValues.of(function, 0))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("'grid.lower' must be below 'grid.upper'");
  }

  private static double worst(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }
}
