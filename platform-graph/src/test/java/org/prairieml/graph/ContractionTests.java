package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.graph.Elements.append;
import static org.prairieml.graph.Elements.assertElements;
import static org.prairieml.graph.Elements.at;
import static org.prairieml.graph.Elements.indices;
import static org.prairieml.graph.Elements.splice;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** Reductions and matrix products, stated by indices, on random shapes. */
class ContractionTests {

  static Stream<RandomArrays> cases() {
    return RandomCases.seeds(40).map(seed -> new RandomArrays(new SplittableRandom(seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumAndMaxRunOverTheAxesThatDisappear(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));
    int[] axes = arrays.axes(x.shape());
    int[] kept =
        IntStream.range(0, x.shape().rank())
            .filter(axis -> IntStream.of(axes).noneMatch(gone -> gone == axis))
            .toArray();
    Shape shape = Shape.of(chosen(x.shape().dimensions(), kept));

    assertElements(Tensor.of(x).sum(axes), shape, index -> group(x, kept, index).sum());
    assertElements(
        Tensor.of(x).max(axes),
        shape,
        index -> group(x, kept, index).max().orElse(Double.NEGATIVE_INFINITY));
  }

  /** Returns the elements whose index agrees with {@code index} on the axes that are kept. */
  private static DoubleStream group(NdArray x, int[] kept, int[] index) {
    return indices(x.shape())
        .filter(i -> Arrays.equals(chosen(i, kept), index))
        .mapToDouble(i -> at(x, i));
  }

  private static int[] chosen(int[] values, int[] places) {
    return IntStream.of(places).map(place -> values[place]).toArray();
  }

  @Test
  void negativeAxesCountFromTheEndAndNoAxesLeaveTheTensorAsItIs() {
    Tensor x = Tensor.of(new NdArray(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6}));

    assertThat(Evaluation.values(x.sum(-1))).containsExactly(6, 15);
    assertThat(Evaluation.values(x.max(-2))).containsExactly(4, 5, 6);
    assertThat(Evaluation.values(x.sumAll())).containsExactly(21);
    assertThat(Evaluation.values(Formulas.mean(x, -1))).containsExactly(2, 5);
    assertThat(Evaluation.values(Formulas.meanAll(x))).containsExactly(3.5);
    assertThat(x.sum()).isSameAs(x);
    assertThat(x.max()).isSameAs(x);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void argMaxIsTheFirstOfTheLargest(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    NdArray x = arrays.indices(shape.with(axis, 4), 3);

    assertElements(
        Tensor.of(x).argMax(axis - shape.rank()),
        shape.remove(axis),
        index -> {
          double[] line =
              IntStream.range(0, 4).mapToDouble(i -> at(x, splice(index, axis, axis, i))).toArray();
          double largest = Arrays.stream(line).max().getAsDouble();
          return IntStream.range(0, 4).filter(i -> line[i] == largest).findFirst().getAsInt();
        });
  }

  @Test
  void notANumberIsLargerThanEverything() {
    Tensor x = Tensor.of(NdArray.vector(1, Double.NaN, Double.POSITIVE_INFINITY));

    assertThat(Evaluation.value(x.argMax(0))).isEqualTo(1);
    assertThat(Evaluation.value(x.max(0))).isNaN();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matmulContractsTheLastTwoAxesAndBroadcastsTheOthers(RandomArrays arrays) {
    Shape batch = arrays.shape(0, 2);

    assertMatmul(arrays, batch, arrays.dimension(), arrays.dimension(), arrays.dimension());
  }

  /** Sizes around those of blocks in which a product may be computed. */
  @ParameterizedTest
  @MethodSource("cases")
  void matmulIsRightAtAwkwardSizes(RandomArrays arrays) {
    int[] sizes = arrays.random().ints(3, 1, 20).toArray();

    assertMatmul(arrays, Shape.of(2), sizes[0], sizes[1], sizes[2]);
  }

  private static void assertMatmul(RandomArrays arrays, Shape batch, int m, int k, int n) {
    boolean transposeA = arrays.random().nextBoolean();
    boolean transposeB = arrays.random().nextBoolean();
    NdArray a = arrays.uniform(arrays.narrower(batch).concat(matrix(m, k, transposeA)));
    NdArray b = arrays.uniform(batch.concat(matrix(k, n, transposeB)));

    assertElements(
        Tensor.of(a).matmul(Tensor.of(b), transposeA, transposeB),
        batch.concat(Shape.of(m, n)),
        index -> {
          int[] outer = Arrays.copyOf(index, batch.rank());
          int row = index[batch.rank()];
          int column = index[batch.rank() + 1];
          return IntStream.range(0, k)
              .mapToDouble(i ->
                  element(a, outer, transposeA, row, i) * element(b, outer, transposeB, i, column))
              .sum();
        });
  }

  private static Shape matrix(int rows, int columns, boolean transposed) {
    return transposed ? Shape.of(columns, rows) : Shape.of(rows, columns);
  }

  /** Returns an element of a batch of matrices; batch axes of dimension 1 or missing repeat. */
  private static double element(NdArray x, int[] outer, boolean transposed, int row, int column) {
    int missing = outer.length + 2 - x.shape().rank();
    int[] batch =
        IntStream.range(missing, outer.length)
            .map(axis -> x.shape().dimension(axis - missing) == 1 ? 0 : outer[axis])
            .toArray();
    return at(x, transposed ? append(batch, column, row) : append(batch, row, column));
  }
}
