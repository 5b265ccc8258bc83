package org.prairieml.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws shapes and arrays for property tests. */
final class RandomArrays {

  private final RandomGenerator random;

  RandomArrays(RandomGenerator random) {
    this.random = random;
  }

  RandomGenerator random() {
    return random;
  }

  /** Returns a dimension from 1 to 4, and rarely 0. */
  int dimension() {
    return random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
  }

  Shape shape(int leastRank, int mostRank) {
    int rank = random.nextInt(leastRank, mostRank + 1);
    return Shape.of(IntStream.generate(this::dimension).limit(rank).toArray());
  }

  /** Returns a shape that {@code target} repeats: axes missing in front, others of dimension 1. */
  Shape narrower(Shape target) {
    int missing = random.nextInt(target.rank() + 1);
    return Shape.of(
        IntStream.range(missing, target.rank())
            .map(axis -> random.nextBoolean() ? 1 : target.dimension(axis))
            .toArray());
  }

  /** Returns an axis of a shape of rank 1 or more. */
  int axis(Shape shape) {
    return random.nextInt(shape.rank());
  }

  /** Returns some of a shape's axes, at least one, in any order. */
  int[] axes(Shape shape) {
    return IntStream.of(permutation(shape.rank()))
        .limit(1 + random.nextInt(shape.rank()))
        .toArray();
  }

  int[] permutation(int n) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, Random.from(random));
    return order.stream().mapToInt(i -> i).toArray();
  }

  NdArray uniform(Shape shape, double from, double to) {
    return new NdArray(shape, random.doubles(shape.size(), from, to).toArray());
  }

  NdArray uniform(Shape shape) {
    return uniform(shape, -2, 2);
  }

  /** Returns whole numbers from 0 (inclusive) to {@code bound} (exclusive). */
  NdArray indices(Shape shape, int bound) {
    return new NdArray(shape, random.ints(shape.size(), 0, bound).asDoubleStream().toArray());
  }

  /** Returns elements that lie 0.1 apart or more, so that no small step makes or breaks a tie. */
  NdArray distinct(Shape shape) {
    int[] order = permutation(shape.size());
    return new NdArray(
        shape, IntStream.of(order).mapToDouble(i -> 0.1 * i - 0.05 * order.length).toArray());
  }
}
