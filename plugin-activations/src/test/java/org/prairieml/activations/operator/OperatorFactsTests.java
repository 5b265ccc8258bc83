package org.prairieml.activations.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.expression.Evaluation;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;

/** What the tables say of the operators is what they do. */
class OperatorFactsTests {

  private static final double[] GRID =
      IntStream.rangeClosed(-800, 800).mapToDouble(i -> i / 80.0).toArray();

  static Stream<Operator> unary() {
    return Operators.all().stream().filter(operator -> operator.most() == 1);
  }

  private static double[] values(Operator operator, double... points) {
    return Evaluation.values(
        Formula.of(new Expression.Application(operator, List.of(Expression.X))), points);
  }

  @Test
  void everyOperatorOfOneOperandHasFacts() {
    assertThat(unary()).allSatisfy(operator -> assertThat(operator.facts()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("unary")
  void specialPointsAreAsStated(Operator operator) {
    Facts facts = operator.facts().orElseThrow();
    double[] values =
        values(operator, Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY, Double.NaN);
    assertThat(values[0] + 0.0).isEqualTo(facts.atMinusInfinity() + 0.0, within(1e-15));
    assertThat(values[1] + 0.0).isEqualTo(facts.atZero() + 0.0, within(1e-14));
    assertThat(values[2] + 0.0).isEqualTo(facts.atInfinity() + 0.0, within(1e-15));
    if (facts.monotonicity() != Facts.Monotonicity.CONSTANT) {
      assertThat(values[3]).isNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("unary")
  void domainAndRangeAreAsStated(Operator operator) {
    Facts facts = operator.facts().orElseThrow();
    double[] values = values(operator, GRID);
    for (int i = 0; i < GRID.length; i++) {
      if (!facts.domain().closureContains(GRID[i])) {
        assertThat(values[i]).as("at %s", GRID[i]).isNaN();
      } else if (!isEnd(facts.domain(), GRID[i])) {
        assertThat(facts.range().closureContains(values[i]))
            .as("%s at %s in %s", values[i], GRID[i], facts.range())
            .isTrue();
      }
    }
  }

  private static boolean isEnd(Interval interval, double x) {
    return x == interval.low() || x == interval.high();
  }

  @ParameterizedTest
  @MethodSource("unary")
  void finiteEndsOfTheRangeAreReachedOrApproached(Operator operator) {
    Interval range = operator.facts().orElseThrow().range();
    double[] values =
        DoubleStream.of(
                values(
                    operator,
                    DoubleStream.concat(DoubleStream.of(GRID), DoubleStream.of(-1e9, 1e9))
                        .toArray()))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (Double.isFinite(range.low())) {
      assertThat(DoubleStream.of(values).min().orElseThrow()).isEqualTo(range.low(), within(2e-4));
    }
    if (Double.isFinite(range.high())) {
      assertThat(DoubleStream.of(values).max().orElseThrow()).isEqualTo(range.high(), within(2e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("unary")
  void parityIsAsStated(Operator operator) {
    double[] right = values(operator, 0.3, 0.9, 2.2, 7.5);
    double[] left = values(operator, -0.3, -0.9, -2.2, -7.5);
    assertThat(isMirrored(left, right, 1))
        .isEqualTo(operator.facts().orElseThrow().parity() == Facts.Parity.EVEN);
    assertThat(isMirrored(left, right, -1))
        .isEqualTo(
            operator.facts().orElseThrow().parity() == Facts.Parity.ODD
                || operator.name().equals("zero"));
  }

  private static boolean isMirrored(double[] left, double[] right, int sign) {
    return IntStream.range(0, left.length)
        .filter(i -> !Double.isNaN(left[i]) || !Double.isNaN(right[i]))
        .allMatch(i -> Math.abs(left[i] - sign * right[i]) < 1e-12);
  }

  @ParameterizedTest
  @MethodSource("unary")
  void monotonicityIsAsStated(Operator operator) {
    double[] values =
        DoubleStream.of(values(operator, GRID)).filter(value -> !Double.isNaN(value)).toArray();
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < values.length; i++) {
      rises |= values[i] > values[i - 1] + 1e-12;
      falls |= values[i] < values[i - 1] - 1e-12;
    }
    Facts.Monotonicity found =
        rises && falls
            ? Facts.Monotonicity.NONE
            : rises
                ? Facts.Monotonicity.INCREASING
                : falls ? Facts.Monotonicity.DECREASING : Facts.Monotonicity.CONSTANT;
    // The tangent and the logarithm of |x| jump between points of the grid, as they may.
    assertThat(found).isEqualTo(operator.facts().orElseThrow().monotonicity());
  }
}
