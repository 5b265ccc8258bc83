package org.prairieml.activations.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.expression.Evaluation;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** What the tables say of the operators is what they do. */
class OperatorFactsTests {

  private static final double[] GRID =
      IntStream.rangeClosed(-800, 800).mapToDouble(i -> i / 80.0).toArray();

  /** Of such numbers some are equal, and some powers of negative ones are negative. */
  private static final double[] WHOLE = {-3, -2, -1, 1, 2, 3};

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

  static Stream<Operator> ofSeveral() {
    return Operators.all().stream().filter(operator -> operator.most() > 1);
  }

  /** Values of an operator of several operands, each of which has a value per point. */
  private static double[] joint(Operator operator, double[]... operands) {
    List<Tensor> tensors =
        Stream.of(operands).limit(operator.most()).map(NdArray::vector).map(Tensor::of).toList();
    Program program = Program.builder("f").output("f", operator.graph().apply(tensors)).build();
    return new ReferenceEvaluator(program).run().get("f").values();
  }

  private static double[][] drawn(Operator operator, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, Math.max(2, operator.least()))
        .mapToObj(_ -> random.ints(200, 0, WHOLE.length).mapToDouble(k -> WHOLE[k]).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("ofSeveral")
  void specialPointsOfSeveralOperandsAreAsStated(Operator operator) {
    double[] points = {Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY};
    Facts facts = operator.facts().orElseThrow();
    assertThat(
            joint(
                operator,
                Collections.nCopies(drawn(operator, 0).length, points).toArray(double[][]::new)))
        .containsExactly(facts.atMinusInfinity(), facts.atZero(), facts.atInfinity());
  }

  @ParameterizedTest
  @MethodSource("ofSeveral")
  void rangeAndParityOfSeveralOperandsAreAsStated(Operator operator) {
    Facts facts = operator.facts().orElseThrow();
    double[][] operands = drawn(operator, 1);
    double[][] opposite =
        Stream.of(operands)
            .map(values -> DoubleStream.of(values).map(x -> -x).toArray())
            .toArray(double[][]::new);
    double[] values = joint(operator, operands);
    double[] mirrored = joint(operator, opposite);

    assertThat(DoubleStream.of(values).filter(value -> !Double.isNaN(value)))
        .allMatch(facts.range()::closureContains);
    assertThat(DoubleStream.of(values).anyMatch(value -> value < 0))
        .isEqualTo(facts.range().low() < 0);
    assertThat(isMirrored(mirrored, values, 1)).isEqualTo(facts.parity() == Facts.Parity.EVEN);
    assertThat(isMirrored(mirrored, values, -1)).isEqualTo(facts.parity() == Facts.Parity.ODD);
  }

  @ParameterizedTest
  @MethodSource("ofSeveral")
  void monotonicityOfSeveralOperandsIsAsStated(Operator operator) {
    double[][] operands = drawn(operator, 2);
    double[] before = joint(operator, operands);
    boolean falls = false;
    for (int i = 0; i < operands.length; i++) {
      double[][] moved = operands.clone();
      moved[i] = DoubleStream.of(operands[i]).map(x -> x + 1).toArray();
      double[] after = joint(operator, moved);
      falls |= IntStream.range(0, before.length).anyMatch(k -> !(after[k] >= before[k]));
    }
    assertThat(falls)
        .isEqualTo(operator.facts().orElseThrow().monotonicity() != Facts.Monotonicity.INCREASING);
  }
}
