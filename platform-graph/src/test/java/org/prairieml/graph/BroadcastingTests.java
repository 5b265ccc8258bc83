package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** The common shape of two operands, against NumPy's rule said in another way. */
class BroadcastingTests {

  static Stream<RandomArrays> cases() {
    return RandomCases.seeds(200).map(seed -> new RandomArrays(new SplittableRandom(seed)));
  }

  /** Both lists of dimensions, ones in front of the shorter, may differ only where one has a 1. */
  private static Optional<Shape> numPyRule(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    int[] common = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      Set<Integer> sizes = new TreeSet<>();
      for (Shape shape : new Shape[] {a, b}) {
        int[] ones = new int[rank - shape.rank()];
        Arrays.fill(ones, 1);
        sizes.add(Elements.append(ones, shape.dimensions())[axis]);
      }
      if (sizes.size() == 2 && !sizes.remove(1)) {
        return Optional.empty();
      }
      common[axis] = sizes.iterator().next();
    }
    return Optional.of(Shape.of(common));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCommonShapeIsNumPys(RandomArrays arrays) {
    Shape a = arrays.shape(0, 3);
    Shape b = arrays.random().nextBoolean() ? arrays.shape(0, 3) : arrays.narrower(a);
    Optional<Shape> common = numPyRule(a, b);

    if (common.isPresent()) {
      assertThat(filled(a).mul(filled(b)).shape()).isEqualTo(common.get());
      assertThat(filled(b).mul(filled(a)).shape()).isEqualTo(common.get());
    } else {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> filled(a).mul(filled(b)))
          .withMessage("Op 'mul': shapes %s and %s do not broadcast to one.", a, b);
    }
  }

  @Test
  void operandsAreRepeatedBeforeTheOperation() {
    Tensor column = Tensor.of(new NdArray(Shape.of(2, 1), new double[] {10, 20}));

    assertThat(Evaluation.values(column.add(Tensor.iota(3))))
        .containsExactly(10, 11, 12, 20, 21, 22);
  }

  @Test
  void anEmptyAxisRepeatsNothing() {
    Tensor empty = filled(Shape.of(2, 0));

    assertThat(empty.add(filled(Shape.of(1))).shape()).isEqualTo(Shape.of(2, 0));
    assertThat(Evaluation.values(empty.add(1))).isEmpty();
    assertThat(Evaluation.values(empty.sum(1))).containsExactly(0, 0);
  }

  private static Tensor filled(Shape shape) {
    return Tensor.filled(shape, 1);
  }
}
