package org.prairieml.host.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.fixtures.Oracles;
import tools.jackson.databind.JsonNode;

class GroupComparisonTests {

  private static final double[] LOW = {1, 2, 3};
  private static final double[] HIGH = {4, 5, 6};

  @Test
  void agreesWithScipy() {
    for (JsonNode oracle : Oracles.read("stats.json").get("cases")) {
      GroupComparison comparison =
          GroupComparison.of(
              "x", Oracles.doubles(oracle.get("x")), "y", Oracles.doubles(oracle.get("y")));
      JsonNode expected = oracle.get("mannwhitney").get(methodThatScipyChooses(oracle));
      String name = oracle.get("name").stringValue();

      assertThat(comparison.u())
          .as(name)
          .isCloseTo(expected.get("statistic").doubleValue(), offset(1e-12));
      assertThat(comparison.p())
          .as(name)
          .isCloseTo(expected.get("pvalue").doubleValue(), withinPercentage(1e-7));
    }
  }

  private static String methodThatScipyChooses(JsonNode oracle) {
    boolean small = Math.min(oracle.get("x").size(), oracle.get("y").size()) <= 8;
    // Where values are equal, the oracle has no exact p-value.
    boolean exact = small && oracle.get("mannwhitney").has("two-sided/exact");
    return exact ? "two-sided/exact" : "two-sided/asymptotic";
  }

  @Test
  void countsThePairsThatTheFirstGroupWins() {
    assertThat(GroupComparison.of("low", LOW, "high", HIGH).u()).isZero();
    assertThat(GroupComparison.of("high", HIGH, "low", LOW).u()).isEqualTo(9);
    assertThat(GroupComparison.of("high", HIGH, "low", LOW).superiority()).isEqualTo(1);
  }

  @Test
  void isCertainOfNothingIfAllValuesAreEqual() {
    GroupComparison comparison =
        GroupComparison.of("a", new double[] {0.5, 0.5, 0.5}, "b", new double[] {0.5, 0.5});

    assertThat(comparison).isEqualTo(new GroupComparison("a", "b", 3, 1, 0.5, 1));
  }

  @Test
  void comparesASingleValueWithASingleValue() {
    assertThat(GroupComparison.of("a", new double[] {1}, "b", new double[] {2}))
        .isEqualTo(new GroupComparison("a", "b", 0, 1, 0, 1));
  }

  @Test
  void correctsAFamilyForItsSize() {
    GroupComparison strong = new GroupComparison("a", "b", 0, 0.01, 0, 0.01);
    GroupComparison weak = new GroupComparison("a", "c", 0, 0.02, 0, 0.02);

    assertThat(GroupComparison.asFamily(List.of(weak, strong)))
        .extracting(GroupComparison::pHolm)
        .containsExactly(0.02, 0.02);
    assertThat(GroupComparison.asFamily(List.of(strong)))
        .extracting(GroupComparison::pHolm)
        .containsExactly(0.01);
  }

  @Test
  void namesItsComponentsInTheOrderOfTheResultFile() {
    assertThat(new GroupComparison("a", "b", 3, 0.25, 0.5, 0.75).toPlain())
        .containsExactly(
            entry("a", "a"),
            entry("b", "b"),
            entry("u", 3.0),
            entry("p", 0.25),
            entry("superiority", 0.5),
            entry("p_holm", 0.75));
  }

  @Test
  void refusesAGroupWithoutValues() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> GroupComparison.of("low", LOW, "none", new double[0]))
        .withMessageStartingWith("Group 'none': no values");
  }
}
