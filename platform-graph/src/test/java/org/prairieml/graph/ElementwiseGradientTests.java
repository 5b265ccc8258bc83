package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of the elementwise primitives to second order, by difference quotients. */
class ElementwiseGradientTests {

  private static final int SHAPES = 4;

  /** A function of one operand on an interval without kinks and poles. */
  record UnaryRow(Primitive function, double from, double to) {

    @Override
    public String toString() {
      return function.label() + " on [" + from + ", " + to + "]";
    }
  }

  /** A function of two operands, each on an interval. */
  record BinaryRow(Binary function, double fromA, double toA, double fromB, double toB) {

    @Override
    public String toString() {
      return "%s on [%s, %s] x [%s, %s]".formatted(function.label(), fromA, toA, fromB, toB);
    }
  }

  static Stream<UnaryRow> unary() {
    return Stream.of(
        new UnaryRow(Unary.NEG, -3, 3),
        new UnaryRow(Unary.ABS, 0.1, 3),
        new UnaryRow(Unary.ABS, -3, -0.1),
        new UnaryRow(Unary.SIGN, -3, -0.1),
        new UnaryRow(Unary.FLOOR, 1.1, 1.9),
        new UnaryRow(Unary.RECIPROCAL, 0.5, 3),
        new UnaryRow(Unary.RECIPROCAL, -3, -0.5),
        new UnaryRow(Unary.SQRT, 0.5, 4),
        new UnaryRow(Unary.SQUARE, -3, 3),
        new UnaryRow(Unary.EXP, -3, 2),
        new UnaryRow(Unary.EXPM1, -3, 2),
        new UnaryRow(Unary.GAUSSIAN, -2, 2),
        new UnaryRow(Unary.LOG, 0.5, 4),
        new UnaryRow(Unary.LOG1P, -0.5, 3),
        new UnaryRow(Unary.SIN, -4, 4),
        new UnaryRow(Unary.COS, -4, 4),
        new UnaryRow(Unary.TAN, -1, 1),
        new UnaryRow(Unary.TANH, -3, 3),
        new UnaryRow(Unary.SINH, -2, 2),
        new UnaryRow(Unary.COSH, -2, 2),
        new UnaryRow(Unary.ASINH, -4, 4),
        new UnaryRow(Unary.ATAN, -4, 4),
        new UnaryRow(Unary.SIGMOID, -6, 6),
        new UnaryRow(Unary.SOFTPLUS, -6, 6),
        new UnaryRow(Unary.ERF, -2, 2),
        new UnaryRow(Unary.ERFC, -2, 2),
        new UnaryRow(new ScaledBessel(0), 0.1, 4),
        new UnaryRow(new ScaledBessel(0), -40, -20),
        new UnaryRow(new ScaledBessel(1), 0.1, 4),
        new UnaryRow(new ScaledBessel(1), -4, -0.1),
        new UnaryRow(new ScaledBessel(2), 0.1, 4),
        new UnaryRow(new ScaledBessel(2), -4, -0.1),
        new UnaryRow(new ScaledBessel(3), 0.1, 4),
        new UnaryRow(new ScaledBessel(3), -4, -0.1));
  }

  static Stream<BinaryRow> binary() {
    return Stream.of(
        new BinaryRow(Binary.ADD, -3, 3, -3, 3),
        new BinaryRow(Binary.SUB, -3, 3, -3, 3),
        new BinaryRow(Binary.MUL, -3, 3, -3, 3),
        new BinaryRow(Binary.DIV, -3, 3, 0.5, 2),
        new BinaryRow(Binary.DIV, -3, 3, -2, -0.5),
        new BinaryRow(Binary.DIV_NO_NAN, -3, 3, 0.5, 2),
        new BinaryRow(Binary.DIV_NO_NAN, -3, 3, -2, -0.5),
        new BinaryRow(Binary.POW, 0.5, 2, -2, 2),
        new BinaryRow(Binary.MAX, -3, 0, 0.1, 3),
        new BinaryRow(Binary.MAX, 0.1, 3, -3, 0),
        new BinaryRow(Binary.MIN, -3, 0, 0.1, 3),
        new BinaryRow(Binary.MIN, 0.1, 3, -3, 0),
        new BinaryRow(Binary.LESS, -3, 0, 0.1, 3),
        new BinaryRow(Binary.LESS_OR_EQUAL, -3, 0, 0.1, 3),
        new BinaryRow(Binary.EQUAL, -3, 0, 0.1, 3));
  }

  @ParameterizedTest
  @MethodSource("unary")
  void unaryGradientsAreTheLimitsOfDifferenceQuotients(UnaryRow row) {
    RandomArrays arrays = new RandomArrays(new SplittableRandom(row.toString().hashCode()));
    for (int i = 0; i < SHAPES; i++) {
      NdArray x = arrays.uniform(arrays.shape(0, 3), row.from, row.to);
      GradientCheck.check(args -> Tensor.apply(row.function, args.getFirst()), List.of(x), 2);
    }
  }

  @ParameterizedTest
  @MethodSource("binary")
  void binaryGradientsAreTheLimitsOfDifferenceQuotientsAlsoThroughBroadcasts(BinaryRow row) {
    RandomArrays arrays = new RandomArrays(new SplittableRandom(row.toString().hashCode()));
    for (int i = 0; i < SHAPES; i++) {
      Shape shape = arrays.shape(0, 3);
      NdArray a = arrays.uniform(arrays.narrower(shape), row.fromA, row.toA);
      NdArray b = arrays.uniform(shape, row.fromB, row.toB);
      GradientCheck.check(args -> apply(row.function, args, shape), List.of(a, b), 2);
    }
  }

  private static Tensor apply(Binary function, List<Tensor> args, Shape common) {
    return Tensor.apply(function, args.get(0).broadcast(common), args.get(1).broadcast(common));
  }

  @Test
  void theGradientOfAWholePowerHoldsForNegativeBases() {
    NdArray base = NdArray.vector(-2, -1.5, 0.7);
    for (double exponent : new double[] {-1, 0, 1, 2, 3}) {
      GradientCheck.check(args -> args.getFirst().pow(Tensor.of(exponent)), List.of(base), 2);
    }
  }

  @Test
  void everyElementwisePrimitiveHasARow() {
    assertThat(unary().map(UnaryRow::function).filter(Unary.class::isInstance))
        .contains(Unary.values());
    assertThat(binary().map(BinaryRow::function)).contains(Binary.values());
  }
}
