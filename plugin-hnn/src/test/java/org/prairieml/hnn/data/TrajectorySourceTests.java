package org.prairieml.hnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.configured;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Motion;
import org.prairieml.hnn.integration.Law;

class TrajectorySourceTests {

  /**
   * Rows of the published code's data set on NumPy and SciPy, rounded to float32. Its trajectories
   * come from RK45 with an absolute tolerance of 1e-6 a step, hence ours are no closer than 1e-5.
   */
  @ParameterizedTest
  @CsvSource({
    "mass-spring, 0, -0.08470210433, 0.8053172231, 1.25313758850, -0.28426143527",
    "mass-spring, 1, 0.40116634965, 0.5270573497, 1.16801822186, -0.53562361002",
    "mass-spring, 30, -0.25555479527, -0.1290726215, -0.17750984430, 0.37661752105",
    "mass-spring, 749, -0.89528667927, 0.3002458811, 0.91758996248, 1.31755411625",
    "pendulum, 0, 0.19409570098, 1.7563775778, 3.71124100685, -1.22582423687",
    "pendulum, 29, -1.36049330235, -1.0415829420, -1.91549968719, 2.99249362946",
    "pendulum, 1124, 1.78002178669, 1.3272922039, 2.56998586655, -2.90653419495",
  })
  void isThePublishedDataSet(String name, int row, double q, double p, double dq, double dp) {
    Dataset.Split train = load(name, Map.of("orbits", 0)).train();

    assertThat(train.x().rows(row, row + 1).values())
        .containsExactly(new double[] {q, p}, within(2e-5));
    assertThat(train.y().rows(row, row + 1).values())
        .containsExactly(new double[] {dq, dp}, within(6e-5));
  }

  @Test
  void hasThePublishedSizes() {
    Dataset pendulum = load("pendulum", Map.of());

    assertThat(pendulum.train().size()).isEqualTo(1125);
    assertThat(pendulum.test().size()).isEqualTo(1125);
    assertThat(pendulum.motion().orElseThrow().starts().shape().dimension(0)).isEqualTo(15);
  }

  @Test
  void orbitsToJudgeByChangeNothingElse() {
    assertThat(load("mass-spring", Map.of("orbits", 40)).test())
        .isEqualTo(load("mass-spring", Map.of("orbits", 0)).test());
  }

  @Test
  void orbitsStartAwayFromTheAxes() {
    Motion motion = load("mass-spring", Map.of("orbits", 200)).motion().orElseThrow();

    for (double coordinate : motion.starts().values()) {
      assertThat(Math.abs(coordinate)).isBetween(0.2, 1.0);
    }
  }

  @Test
  void energiesLieInTheRangeAndStayOnATrajectory() {
    Dataset dataset =
        load(
            "henon-heiles",
            Map.of(
                "trajectories",
                6,
                "span",
                10,
                "rate",
                2,
                "start",
                Map.of("by", "energy", "from", 0.05, "to", 0.15)));
    Law law = Law.of(dataset.motion().orElseThrow().system());

    for (int trajectory = 0; trajectory < 3; trajectory++) {
      double[] energies = new double[20];
      for (int t = 0; t < 20; t++) {
        int row = 20 * trajectory + t;
        energies[t] = law.energy(dataset.train().x().rows(row, row + 1).values());
      }
      assertThat(energies[0]).isBetween(0.05, 0.15);
      assertThat(energies).containsExactly(filled(20, energies[0]), within(1e-10));
    }
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void statesThatAreGivenAreTakenInTurn() {
    Dataset dataset =
        load(
            "trajectories",
            Map.of(
                "system",
                "pendulum",
                "trajectories",
                4,
                "noise",
                0,
                "start",
                Map.of("by", "states", "states", List.of(List.of(1, 0), List.of(0.5, 0.2)))));

    assertThat(dataset.train().x().rows(0, 1).values()).containsExactly(1, 0);
    assertThat(dataset.train().x().rows(30, 31).values()).containsExactly(0.5, 0.2);
    assertThat(dataset.test().x().rows(0, 1).values()).containsExactly(1, 0);
  }

  @Test
  void startsLieAroundStatesThatAreGiven() {
    Map<String, Object> around =
        Map.of(
            "by",
            "deviation",
            "from",
            0.1,
            "to",
            0.2,
            "states",
            List.of(List.of(5, -7), List.of(0, 9)));
    Dataset dataset =
        load("pendulum", Map.of("trajectories", 2, "orbits", 40, "orbit-start", around));

    double[] starts = dataset.motion().orElseThrow().starts().values();
    double[] centers = {5, -7, 0, 9};
    for (int i = 0; i < starts.length; i++) {
      assertThat(Math.abs(starts[i] - centers[i % 4])).isBetween(0.1, 0.2);
    }
    assertThat(Arrays.stream(starts).distinct().count()).isEqualTo(80);
    assertThat(Arrays.stream(starts).filter(value -> value > 5).count()).isBetween(25L, 35L);
  }

  @Test
  void saysWhatStartsLack() {
    assertThatThrownBy(() -> load("pendulum", Map.of("start", Map.of("by", "states"))))
        .hasMessageContaining("give 'states'");
    assertThatThrownBy(() -> load("pendulum", Map.of("start", Map.of("from", 2, "to", 1))))
        .hasMessageContaining("below 'from'");
    assertThatThrownBy(() -> load("van-der-pol", Map.of("start", Map.of("by", "energy", "to", 1))))
        .hasMessageContaining("conserves no energy");
  }

  private static Dataset load(String name, Map<String, Object> options) {
    Configured<DatasetSource> source = configured(DatasetSource.class, name, options);
    return source.service().load(source.options());
  }
}
