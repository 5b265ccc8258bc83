package org.prairieml.engine.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Unary;

/**
 * The lane programs against the graph's definitions, over the whole range.
 *
 * <p>The bounds for float32 are what was measured over every 13th float, and a little more. Those
 * for float64 include an ulp or two by which the definitions themselves may be off.
 */
class ApproximationTests {

  /** Functions, and how many units in the last place their results may be off. */
  @ParameterizedTest
  @CsvSource({
    "EXP, 1.7, 2",
    "EXPM1, 1.7, 3",
    "GAUSSIAN, 1.7, 3",
    "LOG, 1.1, 2",
    "LOG1P, 1.6, 3",
    "SIN, 1.9, 3",
    "COS, 2.0, 3",
    "TAN, 2.8, 0",
    "TANH, 2.7, 4",
    "SINH, 1.8, 0",
    "COSH, 1.5, 0",
    "ASINH, 2.4, 0",
    "ATAN, 1.9, 0",
    "SIGMOID, 2.9, 4",
    "SOFTPLUS, 2.1, 4",
    "ERF, 1.9, 0",
    "ERFC, 3.8, 0"
  })
  void functionsStayCloseToTheirDefinitions(Unary function, double single, double doubled) {
    check(function, function::apply, NumberFormat.FLOAT32, single);
    check(function, function::apply, NumberFormat.FLOAT64, doubled);
  }

  @ParameterizedTest
  @CsvSource({"0, 3.4, 0", "1, 3.4, 0", "2, 0.5, 0", "5, 0.5, 0"})
  void besselFunctionsStayCloseToTheirDefinitions(int order, double single, double doubled) {
    ScaledBessel function = new ScaledBessel(order);
    check(function, x -> value(function, x), NumberFormat.FLOAT32, single);
    check(function, x -> value(function, x), NumberFormat.FLOAT64, doubled);
  }

  /** Activations are squared, compared with 1 and put into roots and logarithms. */
  @ParameterizedTest
  @EnumSource(names = {"SIN", "COS", "TANH", "SIGMOID", "ERF"})
  void nothingExceedsOne(Unary function) {
    for (NumberFormat format : NumberFormat.values()) {
      LaneEvaluator evaluator = evaluator(function, format);
      assertThat(Samples.all(format).filter(x -> Math.abs(evaluator.evaluate(x)) > 1)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIN", "TAN", "TANH", "SINH", "ASINH", "ATAN", "ERF"})
  void oddFunctionsAreOddToTheBit(Unary function) {
    for (NumberFormat format : NumberFormat.values()) {
      LaneEvaluator evaluator = evaluator(function, format);
      assertThat(Samples.all(format).filter(x -> x >= 0 && !isOdd(evaluator, x))).isEmpty();
    }
  }

  private static boolean isOdd(LaneEvaluator evaluator, double x) {
    return Double.compare(evaluator.evaluate(-x), -evaluator.evaluate(x)) == 0;
  }

  private static void check(
      Primitive function, DoubleUnaryOperator definition, NumberFormat format, double ulps) {
    LaneEvaluator evaluator = evaluator(function, format);
    double[] worst = {-1, 0};
    Samples.all(format)
        .forEach(x -> {
          double error = Ulps.between(format, evaluator.evaluate(x), definition.applyAsDouble(x));
          if (error > worst[0]) {
            worst[0] = error;
            worst[1] = x;
          }
        });
    assertThat(worst[0])
        .as("ulps of %s(%s), %s", function.label(), worst[1], format)
        .isLessThanOrEqualTo(ulps);
  }

  private static LaneEvaluator evaluator(Primitive function, NumberFormat format) {
    return LaneEvaluator.of(
        format, code -> ElementwiseLanes.of(code, function, List.of(code.input(0))));
  }

  private static double value(ScaledBessel function, double x) {
    return ScalarFunctions.scaledBessel(function.order(), x);
  }
}
