package org.prairieml.engine.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.graph.Binary;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.Select;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Unary;

/** Operations whose result is the definition's, rounded to the format. */
class ExactOperationTests {

  @ParameterizedTest
  @EnumSource(names = {"NEG", "ABS", "SIGN", "FLOOR", "RECIPROCAL", "SQRT", "SQUARE"})
  void exactFunctionsEqualTheirDefinitions(Unary function) {
    for (NumberFormat format : NumberFormat.values()) {
      LaneEvaluator evaluator = evaluator(function, format, 1);
      Samples.all(format)
          .forEach(x -> equal(format, evaluator.evaluate(x), function.apply(x), function, x));
    }
  }

  @ParameterizedTest
  @EnumSource
  void operationsOfTwoNumbersEqualTheirDefinitions(Binary operation) {
    for (NumberFormat format : NumberFormat.values()) {
      LaneEvaluator evaluator = evaluator(operation, format, 2);
      double[] numbers = Samples.special(format);
      for (double a : numbers) {
        for (double b : numbers) {
          double result = evaluator.evaluate(a, b);
          equal(format, result, operation.apply(a, b), operation, a, b);
        }
      }
    }
  }

  @Test
  void choosesTheFirstBranchUnlessTheConditionIsZero() {
    LaneEvaluator evaluator = evaluator(new Select(), NumberFormat.FLOAT32, 3);

    assertThat(evaluator.evaluate(1, 2, Double.NaN)).isEqualTo(2);
    assertThat(evaluator.evaluate(Float.MIN_VALUE, 2, 3)).isEqualTo(2);
    assertThat(evaluator.evaluate(Double.NaN, 2, 3)).isEqualTo(2);
    assertThat(evaluator.evaluate(0, Double.NaN, 3)).isEqualTo(3);
    assertThat(evaluator.evaluate(-0.0, 2, 3)).isEqualTo(3);
  }

  @Test
  void choosesByAComparisonWithoutASecondOne() {
    LaneCode code = new LaneCode(NumberFormat.FLOAT32);
    Lane a = code.input(0);
    Lane b = code.input(1);
    Lane condition = ElementwiseLanes.of(code, Binary.LESS, List.of(a, b));
    Lane result = ElementwiseLanes.of(code, new Select(), List.of(condition, a, b));
    LaneEvaluator evaluator = new LaneEvaluator(code, result);

    assertThat(code.instructions()).noneMatch(in -> in.op() == LaneOp.EQUAL);
    assertThat(evaluator.evaluate(2, 3)).isEqualTo(2);
    assertThat(evaluator.evaluate(3, 2)).isEqualTo(2);
  }

  @Test
  void aStoppedGradientIsItsOperand() {
    LaneCode code = new LaneCode(NumberFormat.FLOAT32);
    Lane x = code.input(0);

    assertThat(ElementwiseLanes.of(code, new StopGradient(), List.of(x))).isEqualTo(x);
  }

  /** The gradient of the logistic function is made of both. */
  @Test
  void theLogisticFunctionsOfANumberAndItsNegativeShareTheDivision() {
    LaneCode code = new LaneCode(NumberFormat.FLOAT32);
    Lane x = code.input(0);
    ElementwiseLanes.of(code, Unary.SIGMOID, List.of(x));
    int before = code.instructions().size();
    Lane opposite = ElementwiseLanes.of(code, Unary.SIGMOID, List.of(code.neg(x)));

    assertThat(code.instructions()).hasSize(before + 2);
    assertThat(new LaneEvaluator(code, opposite).evaluate(40))
        .isCloseTo(Math.exp(-40), withPercentage(1e-4));
  }

  @Test
  void refusesWhatIsNotElementwise() {
    LaneCode code = new LaneCode(NumberFormat.FLOAT32);
    Lane x = code.input(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ElementwiseLanes.of(code, new MatMul(false, false), List.of(x, x)))
        .withMessage("'matmul' is not elementwise.");
  }

  private static LaneEvaluator evaluator(Primitive primitive, NumberFormat format, int arity) {
    LaneCode code = new LaneCode(format);
    List<Lane> inputs = IntStream.range(0, arity).mapToObj(code::input).toList();
    return new LaneEvaluator(code, ElementwiseLanes.of(code, primitive, inputs));
  }

  /** By bits: a zero's sign counts, and NaN equals itself. */
  private static void equal(
      NumberFormat format, double actual, double exact, Primitive operation, double... operands) {
    if (Double.compare(actual, format.round(exact)) != 0) {
      assertThat(actual)
          .as("%s of %s, %s", operation.label(), Arrays.toString(operands), format)
          .isEqualTo(format.round(exact));
    }
  }
}
