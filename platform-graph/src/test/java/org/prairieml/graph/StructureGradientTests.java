package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

/** Gradients of the structural primitives to second order, on random shapes. */
class StructureGradientTests {

  private static final int CASES = 25;

  /**
   * A primitive.
   *
   * @param name what a failure shows
   * @param maker draws a case
   */
  record Row(String name, Maker maker) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** Draws a function and its arguments. */
  private interface Maker {
    Case draw(RandomArrays arrays);
  }

  private record Case(Function<List<Tensor>, Tensor> function, List<NdArray> arguments) {}

  static Stream<Row> structural() {
    return Stream.of(
        new Row("broadcast", StructureGradientTests::broadcast),
        new Row("reshape", StructureGradientTests::reshape),
        new Row("permute", StructureGradientTests::permute),
        new Row("slice with steps", StructureGradientTests::slice),
        new Row("pad before, after and between", StructureGradientTests::pad),
        new Row("concat", StructureGradientTests::concat),
        new Row("gather with repeats", StructureGradientTests::gather),
        new Row("scatter_add with repeats", StructureGradientTests::scatterAdd),
        new Row("sum", StructureGradientTests::sum),
        new Row("max", StructureGradientTests::max),
        new Row("argmax", StructureGradientTests::argMax),
        new Row("matmul", arrays -> matmul(arrays, false, false)),
        new Row("matmul, first transposed", arrays -> matmul(arrays, true, false)),
        new Row("matmul, second transposed", arrays -> matmul(arrays, false, true)),
        new Row("matmul, both transposed", arrays -> matmul(arrays, true, true)),
        new Row("select", StructureGradientTests::select));
  }

  @ParameterizedTest
  @MethodSource("structural")
  void gradientsAreTheLimitsOfDifferenceQuotients(Row row) {
    RandomCases.seeds(CASES)
        .map(seed -> row.maker.draw(new RandomArrays(new SplittableRandom(seed))))
        .forEach(drawn -> GradientCheck.check(drawn.function, drawn.arguments, 2));
  }

  private static Case one(NdArray x, Function<Tensor, Tensor> function) {
    return new Case(args -> function.apply(args.getFirst()), List.of(x));
  }

  private static Case broadcast(RandomArrays arrays) {
    Shape target = arrays.shape(0, 3);
    return one(arrays.uniform(arrays.narrower(target)), x -> x.broadcast(target));
  }

  private static Case reshape(RandomArrays arrays) {
    Shape shape = arrays.shape(0, 3);
    Shape target = arrays.random().nextBoolean() ? Shape.of(shape.size()) : shape.insert(0, 1);
    return one(arrays.uniform(shape), x -> x.reshape(target));
  }

  private static Case permute(RandomArrays arrays) {
    Shape shape = arrays.shape(0, 3);
    int[] order = arrays.permutation(shape.rank());
    return one(arrays.uniform(shape), x -> x.permute(order));
  }

  private static Case slice(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    int from = arrays.random().nextInt(shape.dimension(axis) + 1);
    int to = arrays.random().nextInt(from, shape.dimension(axis) + 1);
    int step = 1 + arrays.random().nextInt(3);
    return one(arrays.uniform(shape), x -> x.slice(axis, from, to, step));
  }

  private static Case pad(RandomArrays arrays) {
    Shape shape = arrays.shape(0, 3);
    Pad pad = new Pad(amounts(arrays, shape), amounts(arrays, shape), amounts(arrays, shape));
    return one(arrays.uniform(shape), x -> Tensor.apply(pad, x));
  }

  private static List<Integer> amounts(RandomArrays arrays, Shape shape) {
    return IntStream.generate(() -> arrays.random().nextInt(3))
        .limit(shape.rank())
        .boxed()
        .toList();
  }

  private static Case concat(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    List<NdArray> parts =
        Stream.generate(() -> arrays.uniform(shape.with(axis, arrays.dimension())))
            .limit(3)
            .toList();
    return new Case(args -> Tensor.concat(axis, args), parts);
  }

  private static Case gather(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int axis = arrays.axis(shape);
    int size = shape.dimension(axis);
    Shape picked = size == 0 ? Shape.of(0) : arrays.shape(0, 2);
    Tensor indices = Tensor.of(arrays.indices(picked, Math.max(1, size)));
    return one(arrays.uniform(shape), x -> x.gather(axis, indices));
  }

  private static Case scatterAdd(RandomArrays arrays) {
    Shape outer = arrays.shape(0, 1);
    Shape inner = arrays.shape(0, 1);
    Shape picked = arrays.shape(0, 2);
    int size = 1 + arrays.random().nextInt(4);
    Tensor indices = Tensor.of(arrays.indices(picked, size));
    return one(
        arrays.uniform(outer.concat(picked).concat(inner)),
        x -> x.scatterAdd(outer.rank(), indices, size));
  }

  private static Case sum(RandomArrays arrays) {
    Shape shape = arrays.shape(1, 3);
    int[] axes = arrays.axes(shape);
    return one(arrays.uniform(shape), x -> x.sum(axes));
  }

  private static Case max(RandomArrays arrays) {
    Shape shape = notEmpty(arrays.shape(1, 3));
    int[] axes = arrays.axes(shape);
    return one(arrays.distinct(shape), x -> x.max(axes));
  }

  private static Case argMax(RandomArrays arrays) {
    Shape shape = notEmpty(arrays.shape(1, 3));
    int axis = arrays.axis(shape);
    return one(arrays.distinct(shape), x -> x.argMax(axis).add(x.sumAll()));
  }

  private static Shape notEmpty(Shape shape) {
    return Shape.of(Arrays.stream(shape.dimensions()).map(n -> Math.max(1, n)).toArray());
  }

  private static Case matmul(RandomArrays arrays, boolean transposeA, boolean transposeB) {
    int m = arrays.dimension();
    int k = arrays.dimension();
    int n = arrays.dimension();
    Shape batch = arrays.shape(0, 2);
    Shape a = batch.concat(transposeA ? Shape.of(k, m) : Shape.of(m, k));
    Shape b = arrays.narrower(batch).concat(transposeB ? Shape.of(n, k) : Shape.of(k, n));
    return new Case(
        args -> args.get(0).matmul(args.get(1), transposeA, transposeB),
        List.of(arrays.uniform(a), arrays.uniform(b)));
  }

  private static Case select(RandomArrays arrays) {
    Shape shape = arrays.shape(0, 3);
    Tensor condition = Tensor.of(arrays.indices(arrays.narrower(shape), 2));
    return new Case(
        args -> condition.select(args.get(0), args.get(1).square()),
        List.of(arrays.uniform(shape), arrays.uniform(arrays.narrower(shape))));
  }
}
