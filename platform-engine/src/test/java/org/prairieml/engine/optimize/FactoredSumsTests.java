package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Program;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

class FactoredSumsTests {

  private final Program.Builder builder = Program.builder("factored");
  private final Tensor matrix = builder.input("matrix", Shape.of(5, 7));
  private final Tensor row = builder.input("row", Shape.of(7));
  private final Tensor column = builder.input("column", Shape.of(5, 1));

  private Tensor rewritten(Tensor y) {
    Program program = builder.output("y", y).build();
    return Rewrites.of(p -> new FactoredSums().apply(p), program).outputs().get("y");
  }

  @Test
  void whatIsTheSameAlongTheSumIsMultipliedAfterwards() {
    Tensor y = rewritten(matrix.mul(column).sum(1));
    assertThat(y.primitive()).isEqualTo(Binary.MUL);
    assertThat(y.operand(0).primitive()).isInstanceOf(ReduceSum.class);
    assertThat(y.operand(0).operand(0)).isSameAs(matrix);
  }

  @Test
  void factorsOfFactorsAreFound() {
    Tensor y = rewritten(column.mul(row).mul(matrix.tanh()).sum(1));
    assertThat(y.primitive()).isEqualTo(Binary.MUL);
    assertThat(y.operand(0).operand(0).operands())
        .extracting(Tensor::primitive)
        .containsExactly(new Broadcast(Shape.of(5, 7)), Unary.TANH);
  }

  @Test
  void aSumAlongTheOtherAxisKeepsTheFactor() {
    Tensor y = matrix.mul(column).sum(0);
    assertThat(rewritten(y)).isSameAs(y);
  }

  @Test
  void aFactorMustBeRepeatedAlongAllSummedAxes() {
    Tensor y = matrix.mul(column).sumAll();
    assertThat(rewritten(y)).isSameAs(y);
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void productsOfAllShapesKeepTheirSums(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Tensor product = builder.input("whole", Shape.of(3, 2, 4));
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      Shape shape = Shape.of(random.nextInt(2) * 2 + 1, random.nextInt(2) + 1, 4);
      Tensor factor = builder.input("factor" + i, random.nextBoolean() ? shape : shape.with(2, 1));
      product = random.nextBoolean() ? product.mul(factor) : factor.mul(product.sin());
    }
    int[] axes = IntStream.range(0, 3).filter(_ -> random.nextBoolean()).toArray();
    rewritten(product.sum(axes.length == 0 ? new int[] {1} : axes));
  }

  /** Multiplied out it would have 2^60 factors. */
  @Test
  void aHighPowerIsNotMultipliedOut() {
    Tensor power = matrix.mul(column);
    for (int i = 0; i < 60; i++) {
      power = power.mul(power);
    }
    Program program = builder.output("y", power.sum(1)).build();
    assertThat(new FactoredSums().apply(program).order()).hasSizeLessThan(200);
  }

  @Test
  void emptySumsStay() {
    Tensor y = builder.input("none", Shape.of(5, 0)).mul(column).sum(1);
    assertThat(rewritten(y)).isSameAs(y);
  }
}
