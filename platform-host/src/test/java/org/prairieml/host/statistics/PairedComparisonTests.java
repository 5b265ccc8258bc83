package org.prairieml.host.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.fixtures.Oracles;
import tools.jackson.databind.JsonNode;

class PairedComparisonTests {

  /** Statistic 1e-12, p-value 1e-9 relative, as the oracle's own methods agree. */
  @Test
  void agreesWithScipy() {
    int compared = 0;
    for (JsonNode oracle : Oracles.read("stats.json").get("cases")) {
      JsonNode wilcoxon = oracle.get("wilcoxon");
      if (!wilcoxon.isEmpty()) {
        // Where values are equal, the oracle has no exact p-value.
        String exact = "two-sided/exact";
        JsonNode expected = wilcoxon.get(wilcoxon.has(exact) ? exact : "two-sided/approx");
        PairedComparison found =
            PairedComparison.of(
                "x", Oracles.doubles(oracle.get("x")), "y", Oracles.doubles(oracle.get("y")));

        assertThat(found.w()).isCloseTo(expected.get("statistic").doubleValue(), offset(1e-12));
        assertThat(found.p())
            .isCloseTo(expected.get("pvalue").doubleValue(), withinPercentage(1e-7));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(3);
  }

  @Test
  void dropsPairsThatDoNotDiffer() {
    PairedComparison found =
        PairedComparison.of("a", new double[] {1, 2, 3, 7}, "b", new double[] {1, 1, 1, 4});

    // All three ranks on one side: two of the eight patterns of signs are so unequal.
    assertThat(found).isEqualTo(new PairedComparison("a", "b", 3, 0, 1.5, 0.25, 0.25));
  }

  @Test
  void equalStepsOfSinglePrecisionAreTies() {
    double[] single = {0.97f, 0.98f, 0.99f, 0.5f};
    double[] lower = {0.96f, 0.97f, 0.98f, 0.52f};
    double[] exact = {97, 98, 99, 50};
    double[] exactLower = {96, 97, 98, 52};

    assertThat(PairedComparison.of("a", single, "b", lower).p())
        .isEqualTo(PairedComparison.of("a", exact, "b", exactLower).p());
  }

  @Test
  void isCertainOfNothingIfNoPairDiffers() {
    double[] same = {0.5, 0.25};

    assertThat(PairedComparison.of("a", same, "b", same))
        .isEqualTo(new PairedComparison("a", "b", 0, 0, 0, 1, 1));
  }

  @Test
  void correctsAFamily() {
    PairedComparison test =
        PairedComparison.of("a", new double[] {1, 2, 3}, "b", new double[] {0, 0, 0});

    assertThat(PairedComparison.asFamily(List.of(test, test)))
        .extracting(PairedComparison::pHolm)
        .containsExactly(0.5, 0.5);
  }

  @Test
  void refusesGroupsOfDifferentSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedComparison.of("a", new double[] {1, 2}, "b", new double[] {1}));
  }
}
