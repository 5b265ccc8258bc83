package org.prairieml.host.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;

class GroupSummaryTests {

  @Test
  void interpolatesQuartilesAsNumpyDoes() {
    // numpy.percentile([1, 2, 4, 8, 16, 32], [25, 50, 75])
    GroupSummary summary = GroupSummary.of("kind1", 8, 1, 32, 4, 16, 2);

    assertThat(summary.q1()).isEqualTo(2.5);
    assertThat(summary.median()).isEqualTo(6);
    assertThat(summary.q3()).isEqualTo(14);
  }

  @Test
  void givesMeanDeviationAndExtent() {
    GroupSummary summary = GroupSummary.of("kind1", 2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(summary.n()).isEqualTo(8);
    assertThat(summary.mean()).isEqualTo(5);
    assertThat(summary.std()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-15));
    assertThat(summary.min()).isEqualTo(2);
    assertThat(summary.max()).isEqualTo(9);
  }

  @Test
  void leavesTheSamplesInTheirOrder() {
    double[] samples = {3, 1, 2};

    GroupSummary.of("kind1", samples);

    assertThat(samples).containsExactly(3, 1, 2);
  }

  @Test
  void spreadsNothingAroundASingleValue() {
    assertThat(GroupSummary.of("one", 0.5))
        .isEqualTo(new GroupSummary("one", 1, 0.5, 0, 0.5, 0.5, 0.5, 0.5, 0.5));
  }

  @Test
  void namesItsComponentsInTheOrderOfTheResultFile() {
    assertThat(GroupSummary.of("one", 0.5, 0.5).toPlain())
        .containsExactly(
            entry("name", "one"),
            entry("n", 2),
            entry("mean", 0.5),
            entry("std", 0.0),
            entry("median", 0.5),
            entry("q1", 0.5),
            entry("q3", 0.5),
            entry("min", 0.5),
            entry("max", 0.5));
  }

  @Test
  void refusesAGroupWithoutValues() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> GroupSummary.of("kind1"))
        .withMessage("Group 'kind1': no values, so there is nothing to summarize or compare.");
  }

  @Test
  void refusesAValueThatIsNotFinite() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> GroupSummary.of("kind1", 0.5, Double.NaN))
        .withMessageStartingWith("Group 'kind1': value 2 of 2 is NaN;");
  }
}
