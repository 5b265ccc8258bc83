package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** What the structural primitives mean, stated by indices, on random shapes. */
class StructureTests {

  static Stream<RandomArrays> cases() {
    return RandomCases.seeds(40).map(seed -> new RandomArrays(new SplittableRandom(seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void broadcastRepeatsAxesOfDimensionOneAndMissingOnes(RandomArrays arrays) {
    Shape target = arrays.shape(0, 4);
    NdArray x = arrays.uniform(arrays.narrower(target));

    assertElements(
        constant(x).broadcast(target),
        target,
        index -> {
          int[] tail = Arrays.copyOfRange(index, target.rank() - x.shape().rank(), index.length);
          return at(x, IntStream.range(0, tail.length).map(i -> x.shape().dimension(i) == 1 ? 0 : tail[i]).toArray());
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reshapeKeepsTheRowMajorOrder(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));

    assertThat(Evaluation.values(constant(x).reshape(Shape.of(x.size(), 1)))).isEqualTo(x.values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void permuteMakesAxisIOfTheResultFromAxisPermutationOfI(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));
    int[] axes = arrays.permutation(x.shape().rank());
    Shape shape = Shape.of(IntStream.of(axes).map(x.shape()::dimension).toArray());

    assertElements(
        constant(x).permute(axes),
        shape,
        index -> {
          int[] source = new int[axes.length];
          IntStream.range(0, axes.length).forEach(i -> source[axes[i]] = index[i]);
          return at(x, source);
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sliceTakesEveryStepthElementFromStartToBeforeStop(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 3));
    int axis = arrays.axis(x.shape());
    int from = arrays.random().nextInt(x.shape().dimension(axis) + 1);
    int to = arrays.random().nextInt(from, x.shape().dimension(axis) + 1);
    int step = 1 + arrays.random().nextInt(3);
    int[] kept = IntStream.iterate(from, i -> i < to, i -> i + step).toArray();

    assertElements(
        constant(x).slice(axis, from, to, step),
        x.shape().with(axis, kept.length),
        index -> at(x, replaced(index, axis, kept[index[axis]])));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void padPutsElementsApartAmongZeros(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 3));
    int n = x.shape().dimension(0);
    int before = arrays.random().nextInt(3);
    int after = arrays.random().nextInt(3);
    int between = arrays.random().nextInt(3);
    List<Double> line = new ArrayList<>();
    Tensor row = constant(NdArray.vector(IntStream.rangeClosed(1, n).asDoubleStream().toArray()));
    line.addAll(java.util.Collections.nCopies(before, 0.0));
    for (int i = 1; i <= n; i++) {
      line.add((double) i);
      line.addAll(java.util.Collections.nCopies(i < n ? between : 0, 0.0));
    }
    line.addAll(java.util.Collections.nCopies(after, 0.0));
    Pad pad = new Pad(List.of(before), List.of(after), List.of(between));

    assertThat(Evaluation.values(Tensor.apply(pad, row)))
        .isEqualTo(line.stream().mapToDouble(v -> v).toArray());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void paddingAnyAxisLeavesTheInnerBlockAsItWas(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));
    int axis = arrays.axis(x.shape());
    int n = x.shape().dimension(axis);

    assertElements(
        constant(x).pad(axis, 2, 1),
        x.shape().with(axis, n + 3),
        index -> {
          int i = index[axis] - 2;
          return i < 0 || i >= n ? 0 : at(x, replaced(index, axis, i));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void concatPutsOneAfterTheOther(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    NdArray a = arrays.uniform(shape.with(axis, arrays.dimension()));
    NdArray b = arrays.uniform(shape.with(axis, arrays.dimension()));
    int border = a.shape().dimension(axis);

    assertElements(
        Tensor.concat(axis - shape.rank(), List.of(constant(a), constant(b))),
        shape.with(axis, border + b.shape().dimension(axis)),
        index -> index[axis] < border ? at(a, index) : at(b, replaced(index, axis, index[axis] - border)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gatherReplacesAnAxisByThoseOfTheIndices(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 3).with(0, 3));
    int axis = arrays.axis(x.shape());
    Shape shape = x.shape().with(axis, 4);
    NdArray source = arrays.uniform(shape);
    NdArray indices = arrays.indices(arrays.shape(0, 2), 4);
    int picked = indices.shape().rank();

    assertElements(
        constant(source).gather(axis, constant(indices)),
        spliced(shape, axis, indices.shape()),
        index -> {
          int chosen = (int) at(indices, Arrays.copyOfRange(index, axis, axis + picked));
          return at(source, joined(index, axis, chosen, axis + picked));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scatterAddSumsWhatGatherWouldTakeFromTheSamePlace(RandomArrays arrays) {
    NdArray frame = arrays.uniform(arrays.shape(1, 3));
    int axis = arrays.axis(frame.shape());
    int size = 1 + arrays.random().nextInt(4);
    NdArray indices = arrays.indices(arrays.shape(0, 2), size);
    NdArray slices = arrays.uniform(spliced(frame.shape(), axis, indices.shape()));
    int picked = indices.shape().rank();
    Shape target = frame.shape().with(axis, size);

    assertElements(
        constant(slices).scatterAdd(axis, constant(indices), size),
        target,
        index ->
            indices(slices.shape())
                .filter(from -> at(indices, Arrays.copyOfRange(from, axis, axis + picked)) == index[axis])
                .filter(from -> Arrays.equals(joined(from, axis, index[axis], axis + picked), index))
                .mapToDouble(from -> at(slices, from))
                .sum());
  }

  @Test
  void anIndexOutsideTheAxisIsMovedToItsNearestEnd() {
    Tensor x = constant(NdArray.vector(10, 20, 30));
    Tensor indices = constant(NdArray.vector(-1, 3, 1e18, Double.NaN, Double.NEGATIVE_INFINITY));

    assertThat(Evaluation.values(x.gather(0, indices))).containsExactly(10, 30, 30, 10, 10);
    assertThat(Evaluation.values(constant(NdArray.vector(1, 2, 4, 8, 16)).scatterAdd(0, indices, 3)))
        .containsExactly(25, 0, 6);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumAndMaxRunOverTheAxesThatDisappear(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));
    int[] axes = arrays.axes(x.shape());
    int[] kept =
        IntStream.range(0, x.shape().rank())
            .filter(axis -> IntStream.of(axes).noneMatch(a -> a == axis))
            .toArray();
    Shape shape = Shape.of(IntStream.of(kept).map(x.shape()::dimension).toArray());

    assertElements(
        constant(x).sum(axes), shape, index -> group(x, kept, index).sum());
    assertElements(
        constant(x).max(axes),
        shape,
        index -> group(x, kept, index).max().orElse(Double.NEGATIVE_INFINITY));
  }

  private static java.util.stream.DoubleStream group(NdArray x, int[] kept, int[] index) {
    return indices(x.shape())
        .filter(i -> Arrays.equals(IntStream.of(kept).map(axis -> i[axis]).toArray(), index))
        .mapToDouble(i -> at(x, i));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void argMaxIsTheFirstOfTheLargest(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    NdArray x = arrays.indices(shape.with(axis, 4), 3);

    assertElements(
        constant(x).argMax(axis),
        x.shape().remove(axis),
        index -> {
          double[] line =
              IntStream.range(0, 4)
                  .mapToDouble(i -> at(x, joined(index, axis, i, axis)))
                  .toArray();
          double largest = Arrays.stream(line).max().getAsDouble();
          return IntStream.range(0, 4).filter(i -> line[i] == largest).findFirst().getAsInt();
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matmulContractsTheLastTwoAxesAndBroadcastsTheOthers(RandomArrays arrays) {
    int m = arrays.dimension();
    int k = arrays.dimension();
    int n = arrays.dimension();
    Shape batch = arrays.shape(0, 2);
    boolean transposeA = arrays.random().nextBoolean();
    boolean transposeB = arrays.random().nextBoolean();
    NdArray a = arrays.uniform(arrays.narrower(batch).concat(matrix(m, k, transposeA)));
    NdArray b = arrays.uniform(batch.concat(matrix(k, n, transposeB)));

    assertElements(
        constant(a).matmul(constant(b), transposeA, transposeB),
        batch.concat(Shape.of(m, n)),
        index -> {
          int i = index[index.length - 2];
          int j = index[index.length - 1];
          int[] outer = Arrays.copyOf(index, batch.rank());
          return IntStream.range(0, k)
              .mapToDouble(
                  l ->
                      repeated(a, outer, transposeA ? l : i, transposeA ? i : l)
                          * repeated(b, outer, transposeB ? j : l, transposeB ? l : j))
              .sum();
        });
  }

  private static Shape matrix(int rows, int columns, boolean transposed) {
    return transposed ? Shape.of(columns, rows) : Shape.of(rows, columns);
  }

  /** Returns an element of a batch of matrices whose batch axes repeat. */
  private static double repeated(NdArray x, int[] outer, int row, int column) {
    int lead = outer.length + 2 - x.shape().rank();
    int[] index =
        IntStream.range(lead, outer.length)
            .map(axis -> x.shape().dimension(axis - lead) == 1 ? 0 : outer[axis])
            .toArray();
    return at(x, IntStream.concat(IntStream.of(index), IntStream.of(row, column)).toArray());
  }

  private static Tensor constant(NdArray value) {
    return Tensor.of(value);
  }

  private static void assertElements(
      Tensor actual, Shape shape, ToDoubleFunction<int[]> element) {
    assertThat(actual.shape()).isEqualTo(shape);
    assertThat(Evaluation.values(actual))
        .containsExactly(indices(shape).mapToDouble(element).toArray(), within(1e-12));
  }

  /** Returns all multi-indices of a shape in row-major order. */
  private static Stream<int[]> indices(Shape shape) {
    Stream<int[]> all = Stream.of(new int[0]);
    for (int dimension : shape.dimensions()) {
      all = all.flatMap(head -> IntStream.range(0, dimension).mapToObj(i -> joined(head, head.length, i, head.length)));
    }
    return all;
  }

  private static double at(NdArray x, int... index) {
    int position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      position = position * x.shape().dimension(axis) + index[axis];
    }
    return x.values()[position];
  }

  private static int[] replaced(int[] index, int axis, int value) {
    return joined(index, axis, value, axis + 1);
  }

  /** Returns the index with what stands from one place to before another replaced by a value. */
  private static int[] joined(int[] index, int from, int value, int to) {
    return IntStream.concat(
            IntStream.concat(Arrays.stream(index, 0, from), IntStream.of(value)),
            Arrays.stream(index, to, index.length))
        .toArray();
  }

  /** Returns the shape with an axis replaced by several. */
  private static Shape spliced(Shape shape, int axis, Shape axes) {
    int[] d = shape.dimensions();
    return Shape.of(Arrays.copyOf(d, axis))
        .concat(axes)
        .concat(Shape.of(Arrays.copyOfRange(d, axis + 1, d.length)));
  }
}
