package org.prairieml.hnn.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.hnn.TestServices.configured;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

/** Against SciPy's DOP853. */
class PhysicsOracleTests {

  /**
   * Ours is another program of the same order at the same tolerance, so its error is of the size of
   * theirs; chaotic orbits multiply both alike.
   */
  private static final double ALLOWANCE = 20;

  static Stream<JsonNode> trajectories() {
    return Oracles.read("physics.json").required("trajectories").valueStream();
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void orbitsAgree(JsonNode oracle) {
    Law law = law(oracle);
    double[][] expected = rows(oracle.required("y"));
    double[][] found =
        Dop853.PRECISE.solve(
            law, Oracles.doubles(oracle.required("y0")), Oracles.doubles(oracle.required("t")));

    double largest = 0;
    for (int t = 0; t < expected.length; t++) {
      for (int k = 0; k < law.dimension(); k++) {
        largest = Math.max(largest, Math.abs(found[t][k] - expected[t][k]));
      }
    }
    assertThat(largest).isLessThan(ALLOWANCE * oracle.required("error").doubleValue());
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void ratesAndEnergiesAgree(JsonNode oracle) {
    Law law = law(oracle);
    double[][] states = rows(oracle.required("y"));
    double[][] rates = rows(oracle.required("dydt"));
    for (int t = 0; t < states.length; t++) {
      assertThat(RelativeError.max(law.rates(states[t]), rates[t])).isLessThan(1e-14);
    }
    JsonNode energies = oracle.required("energy");
    assertThat(law.hasEnergy()).isEqualTo(!energies.isNull());
    for (int t = 0; t < states.length && law.hasEnergy(); t++) {
      assertThat(RelativeError.of(law.energy(states[t]), energies.get(t).doubleValue()))
          .isLessThan(1e-14);
    }
  }

  private static Law law(JsonNode oracle) {
    String name = oracle.required("name").stringValue().replace('_', '-');
    JsonNode mu = oracle.required("params").get("mu");
    return Law.of(
        configured(
            DynamicalSystem.class, name, mu == null ? Map.of() : Map.of("mu", mu.doubleValue())));
  }

  private static double[][] rows(JsonNode matrix) {
    int[] shape = Oracles.shape(matrix);
    double[] data = Oracles.doubles(matrix);
    double[][] rows = new double[shape[0]][shape[1]];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(data, i * shape[1], rows[i], 0, shape[1]);
    }
    return rows;
  }
}
