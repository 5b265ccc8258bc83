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

  /** What the oracle allows, in multiples of the error that it states of itself. */
  private static final double ALLOWANCE = 10;

  /** Steps so short that what is left of their error is rounding. */
  private static final Dop853 SHARPER = new Dop853(1e-14);

  static Stream<JsonNode> trajectories() {
    return Oracles.read("physics.json").required("trajectories").valueStream();
  }

  /**
   * Ten times the oracle's error plus the integrator's own, as the oracle asks; the latter is the
   * distance to the same orbit at a hundredth of the tolerance.
   */
  @ParameterizedTest
  @MethodSource("trajectories")
  void orbitsAgree(JsonNode oracle) {
    double[][] found = solve(Dop853.PRECISE, oracle);
    double allowed = ALLOWANCE * oracle.required("error").doubleValue();
    double own = distance(found, solve(SHARPER, oracle));

    assertThat(own).isLessThan(allowed);
    assertThat(distance(found, rows(oracle.required("y")))).isLessThan(allowed + own);
  }

  private static double[][] solve(Dop853 method, JsonNode oracle) {
    return method.solve(
        law(oracle), Oracles.doubles(oracle.required("y0")), Oracles.doubles(oracle.required("t")));
  }

  private static double distance(double[][] a, double[][] b) {
    double largest = 0;
    for (int t = 0; t < a.length; t++) {
      for (int k = 0; k < a[t].length; k++) {
        largest = Math.max(largest, Math.abs(a[t][k] - b[t][k]));
      }
    }
    return largest;
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
