package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.graph.Elements.assertElements;
import static org.prairieml.graph.Elements.at;
import static org.prairieml.graph.Elements.replace;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** What the primitives that move elements mean, stated by indices, on random shapes. */
class StructureTests {

  static Stream<RandomArrays> cases() {
    return RandomCases.seeds(40).map(seed -> new RandomArrays(new SplittableRandom(seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void broadcastRepeatsAxesOfDimensionOneAndMissingOnes(RandomArrays arrays) {
    Shape target = arrays.shape(0, 4);
    NdArray x = arrays.uniform(arrays.narrower(target));
    int missing = target.rank() - x.shape().rank();

    assertElements(
        Tensor.of(x).broadcast(target),
        target,
        index ->
            at(
                x,
                IntStream.range(0, x.shape().rank())
                    .map(axis -> x.shape().dimension(axis) == 1 ? 0 : index[missing + axis])
                    .toArray()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reshapeKeepsTheRowMajorOrder(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));

    assertThat(Evaluation.values(Tensor.of(x).reshape(Shape.of(x.size(), 1))))
        .isEqualTo(x.values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void permuteMakesAxisIOfTheResultFromAxisPermutationOfI(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 4));
    int[] axes = arrays.permutation(x.shape().rank());

    assertElements(
        Tensor.of(x).permute(axes),
        Shape.of(IntStream.of(axes).map(x.shape()::dimension).toArray()),
        index -> {
          int[] source = new int[axes.length];
          IntStream.range(0, axes.length).forEach(i -> source[axes[i]] = index[i]);
          return at(x, source);
        });
  }

  @Test
  void transposeSwapsTheLastTwoAxesOfEveryMatrixOfABatch() {
    NdArray x = new NdArray(Shape.of(2, 1, 2), new double[] {1, 2, 3, 4});

    assertElements(
        Tensor.of(x).transpose(), Shape.of(2, 2, 1), index -> at(x, index[0], index[2], index[1]));
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
        Tensor.of(x).slice(axis, from, to, step),
        x.shape().with(axis, kept.length),
        index -> at(x, replace(index, axis, kept[index[axis]])));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void padPutsElementsApartAmongZeros(RandomArrays arrays) {
    NdArray x = arrays.uniform(arrays.shape(1, 3));
    int axis = arrays.axis(x.shape());
    int n = x.shape().dimension(axis);
    int before = arrays.random().nextInt(3);
    int after = arrays.random().nextInt(3);
    int stride = 1 + arrays.random().nextInt(3);
    int[] places = IntStream.range(0, n).map(i -> before + i * stride).toArray();
    int end = n == 0 ? before : places[n - 1] + 1;

    assertElements(
        Tensor.apply(pad(x.shape(), axis, before, after, stride - 1), Tensor.of(x)),
        x.shape().with(axis, end + after),
        index -> {
          int i = Arrays.binarySearch(places, index[axis]);
          return i < 0 ? 0 : at(x, replace(index, axis, i));
        });
  }

  private static Pad pad(Shape shape, int axis, int before, int after, int between) {
    List<Integer> none = IntStream.range(0, shape.rank()).map(i -> 0).boxed().toList();
    return new Pad(with(none, axis, before), with(none, axis, after), with(none, axis, between));
  }

  private static List<Integer> with(List<Integer> list, int at, int value) {
    return IntStream.range(0, list.size()).mapToObj(i -> i == at ? value : list.get(i)).toList();
  }

  @Test
  void padWithoutMoreIsZerosBeforeAndAfter() {
    assertThat(Evaluation.values(Tensor.iota(2).add(1).pad(-1, 1, 2)))
        .containsExactly(0, 1, 2, 0, 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void concatPutsOneAfterTheOther(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    NdArray a = arrays.uniform(shape.with(axis, arrays.dimension()));
    NdArray b = arrays.uniform(shape.with(axis, arrays.dimension()));
    int border = a.shape().dimension(axis);
    int fromTheEnd = axis - shape.rank();

    assertElements(
        Tensor.concat(fromTheEnd, List.of(Tensor.of(a), Tensor.of(b))),
        shape.with(axis, border + b.shape().dimension(axis)),
        index ->
            index[axis] < border
                ? at(a, index)
                : at(b, replace(index, axis, index[axis] - border)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void selectTakesTheSecondWhereTheFirstIsNotZero(RandomArrays arrays) {
    Shape shape = arrays.shape(0, 3);
    NdArray condition = arrays.indices(shape, 3);
    NdArray a = arrays.uniform(shape);
    NdArray b = arrays.uniform(shape);

    assertElements(
        Tensor.of(condition).select(Tensor.of(a), Tensor.of(b)),
        shape,
        index -> at(condition, index) != 0 ? at(a, index) : at(b, index));
  }
}
