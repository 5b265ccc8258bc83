package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.graph.Elements.assertElements;
import static org.prairieml.graph.Elements.at;
import static org.prairieml.graph.Elements.indices;
import static org.prairieml.graph.Elements.splice;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** Gather and scatter-add, stated by indices, on random shapes. */
class IndexingTests {

  static Stream<RandomArrays> cases() {
    return RandomCases.seeds(40).map(seed -> new RandomArrays(new SplittableRandom(seed)));
  }

  /** Returns the shape with an axis replaced by several. */
  private static Shape spliced(Shape shape, int axis, Shape axes) {
    return Shape.of(splice(shape.dimensions(), axis, axis + 1, axes.dimensions()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gatherReplacesAnAxisByThoseOfTheIndices(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    NdArray source = arrays.uniform(shape.with(axis, 4));
    NdArray chosen = arrays.indices(arrays.shape(0, 2), 4);
    int end = axis + chosen.shape().rank();

    assertElements(
        Tensor.of(source).gather(axis - shape.rank(), Tensor.of(chosen)),
        spliced(shape, axis, chosen.shape()),
        index -> {
          int i = (int) at(chosen, Arrays.copyOfRange(index, axis, end));
          return at(source, splice(index, axis, end, i));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scatterAddSumsWhatGatherWouldTakeFromTheSamePlace(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    int size = 1 + arrays.random().nextInt(4);
    NdArray chosen = arrays.indices(arrays.shape(0, 2), size);
    NdArray slices = arrays.uniform(spliced(shape, axis, chosen.shape()));
    int end = axis + chosen.shape().rank();

    assertElements(
        Tensor.of(slices).scatterAdd(axis, Tensor.of(chosen), size),
        shape.with(axis, size),
        index ->
            indices(slices.shape())
                .filter(from -> at(chosen, Arrays.copyOfRange(from, axis, end)) == index[axis])
                .filter(from -> Arrays.equals(splice(from, axis, end, index[axis]), index))
                .mapToDouble(from -> at(slices, from))
                .sum());
  }

  @Test
  void anIndexOutsideTheAxisIsMovedToItsNearestEnd() {
    Tensor far = Tensor.of(NdArray.vector(-1, 3, 1e18, Double.NaN, Double.NEGATIVE_INFINITY));
    Tensor x = Tensor.of(NdArray.vector(10, 20, 30));
    Tensor powers = Tensor.of(NdArray.vector(1, 2, 4, 8, 16));

    assertThat(Evaluation.values(x.gather(0, far))).containsExactly(10, 30, 30, 10, 10);
    assertThat(Evaluation.values(powers.scatterAdd(0, far, 3))).containsExactly(25, 0, 6);
  }

  @Test
  void oneHotHasAOneAtEachIndexAlongANewLastAxis() {
    NdArray labels = new NdArray(Shape.of(1, 3), new double[] {2, 0, 1});

    assertElements(
        Formulas.oneHot(Tensor.of(labels), 4),
        Shape.of(1, 3, 4),
        index -> at(labels, index[0], index[1]) == index[2] ? 1 : 0);
  }
}
