package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

class ShapeTests {

  private static final Shape SHAPE = Shape.of(2, 3, 4);

  static Stream<Shape> shapes() {
    return RandomCases.seeds(30)
        .map(seed -> new RandomArrays(new SplittableRandom(seed)).shape(0, 4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void sizeIsTheProductOfTheDimensionsAndStridesAreThoseOfRowMajorOrder(Shape shape) {
    int[] d = shape.dimensions();

    assertThat(shape.size()).isEqualTo(IntStream.of(d).reduce(1, (a, b) -> a * b));
    for (int axis = 0; axis < d.length; axis++) {
      int inner = IntStream.range(axis + 1, d.length).map(i -> d[i]).reduce(1, (a, b) -> a * b);
      assertThat(shape.strides()[axis])
          .isEqualTo(inner)
          .isEqualTo(shape.sizeBetween(axis + 1, d.length));
    }
  }

  @Test
  void aScalarHasRankZeroAndOneElement() {
    assertThat(Shape.SCALAR).isEqualTo(Shape.of()).hasToString("[]");
    assertThat(Shape.SCALAR.rank()).isZero();
    assertThat(Shape.SCALAR.size()).isEqualTo(1);
  }

  @Test
  void negativeAxesCountFromTheEnd() {
    assertThat(SHAPE.dimension(-1)).isEqualTo(4);
    assertThat(SHAPE.axis(-3)).isZero();
    assertThat(SHAPE.axis(2)).isEqualTo(2);
  }

  @Test
  void axesAreReplacedInsertedRemovedAndJoined() {
    assertThat(SHAPE.with(-1, 7)).isEqualTo(Shape.of(2, 3, 7));
    assertThat(SHAPE.insert(0, 7)).isEqualTo(Shape.of(7, 2, 3, 4));
    assertThat(SHAPE.insert(3, 7)).isEqualTo(Shape.of(2, 3, 4, 7));
    assertThat(SHAPE.remove(-2)).isEqualTo(Shape.of(2, 4));
    assertThat(SHAPE.concat(Shape.of(5))).isEqualTo(Shape.of(2, 3, 4, 5));
  }

  @Test
  void shapesCompareByValueAndCannotBeChangedFromOutside() {
    int[] dimensions = {2, 3, 4};
    Shape shape = Shape.of(dimensions);
    dimensions[0] = 9;
    shape.dimensions()[1] = 9;

    assertThat(shape).isEqualTo(SHAPE).hasSameHashCodeAs(SHAPE).hasToString("[2, 3, 4]");
    assertThat(shape).isNotEqualTo(Shape.of(2, 3)).isNotEqualTo("[2, 3, 4]");
  }

  @Test
  void errorsNameTheShape() {
    assertProblem(() -> SHAPE.axis(3), "Shape [2, 3, 4] has no axis 3.");
    assertProblem(() -> SHAPE.dimension(-4), "Shape [2, 3, 4] has no axis -4.");
    assertProblem(() -> Shape.of(2, -1), "Shape [2, -1]: a dimension is negative.");
    assertProblem(
        () -> Shape.of(1 << 16, 1 << 15), "Shape [65536, 32768]: more than 2^31 - 1 elements.");
    assertThat(Shape.of(1, Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
  }

  private static void assertProblem(Runnable action, String message) {
    assertThatExceptionOfType(GraphException.class).isThrownBy(action::run).withMessage(message);
  }
}
