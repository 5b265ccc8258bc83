package org.prairieml.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

/**
 * Draws programs for property tests: from some inputs and a state on, every step applies a
 * primitive to tensors that are there.
 *
 * <p>Nothing is left out because it is ill-conditioned: values may jump, overflow and become NaN.
 * Dimensions are such that vectors of any width have a rest: 1, primes, whole vectors and one more;
 * a few are 0.
 */
public final class RandomPrograms {

  private static final int[] DIMENSIONS = {1, 1, 2, 3, 5, 7, 13, 16, 17, 20, 33, 50};
  private static final double[] NUMBERS = {-1, 0, 0.7, 1, 2};
  private static final int INPUTS = 4;
  private static final int OUTPUTS = 4;
  private static final int LARGEST = 5_000;

  private final SplittableRandom random;
  private final Program.Builder builder;
  private final Map<String, Tensor> placeholders = new LinkedHashMap<>();
  private final List<Tensor> pool = new ArrayList<>();

  private RandomPrograms(String name, long seed) {
    this.builder = Program.builder(name);
    this.random = new SplittableRandom(seed);
  }

  /** Returns a program of 5 to 29 steps with some outputs, inputs and a state. */
  public static Program of(long seed) {
    RandomPrograms draw = new RandomPrograms("random " + seed, seed);
    draw.grow();
    return draw.builder.build();
  }

  /** Returns one that has gradients with respect to all inputs and the state among its outputs. */
  public static Program withGradients(long seed) {
    RandomPrograms draw = new RandomPrograms("gradients " + seed, seed);
    draw.grow();
    draw.addGradients();
    return draw.builder.build();
  }

  /** Returns values of all inputs and states that float32 holds exactly. */
  public static Map<String, double[]> values(Program program, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> placeholders = new LinkedHashMap<>(program.inputs());
    placeholders.putAll(program.states());
    Map<String, double[]> values = new LinkedHashMap<>();
    placeholders.forEach((name, node) -> values.put(name, gaussians(random, node.shape().size())));
    return values;
  }

  private static double[] gaussians(SplittableRandom random, int count) {
    return IntStream.range(0, count).mapToDouble(_ -> (float) random.nextGaussian()).toArray();
  }

  private void grow() {
    for (int i = 0; i < INPUTS; i++) {
      placeholders.put("x" + i, builder.input("x" + i, shape()));
    }
    Tensor state = builder.state("s", shape());
    placeholders.put("s", state);
    pool.addAll(placeholders.values());
    pool.add(constant());
    int steps = 5 + random.nextInt(25);
    for (int i = 0; i < steps; i++) {
      Tensor next = next(pick(pool));
      if (next.shape().size() <= LARGEST) {
        pool.add(next);
      }
    }
    for (int i = 0; i < OUTPUTS; i++) {
      builder.output("y" + i, pool.get(Math.max(0, pool.size() - 1 - 2 * i)));
    }
    builder.output("any", pick(pool));
    builder.update("s", pick(t -> t.shape().equals(state.shape())));
  }

  private void addGradients() {
    Tensor scalar =
        pool.reversed().stream()
            .limit(5)
            .map(t -> t.tanh().sumAll())
            .reduce(Tensor::add)
            .orElseThrow();
    Gradients.of(scalar, placeholders)
        .forEach((name, gradient) -> builder.output("gradient " + name, gradient));
  }

  private Tensor constant() {
    Shape shape = shape();
    return Tensor.of(new NdArray(shape, gaussians(random, shape.size())));
  }

  private Shape shape() {
    int[] dimensions =
        IntStream.generate(() -> DIMENSIONS[random.nextInt(DIMENSIONS.length)])
            .limit(random.nextInt(4))
            .toArray();
    if (dimensions.length > 0 && random.nextInt(40) == 0) {
      dimensions[random.nextInt(dimensions.length)] = 0;
    }
    return Shape.of(dimensions);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Tensor pick(Predicate<Tensor> condition) {
    return pick(pool.stream().filter(condition).toList());
  }

  private Tensor next(Tensor x) {
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3 -> unary(x);
      case 4, 5, 6, 7 -> Tensor.apply(pick(List.of(Binary.values())), x, partner(x));
      case 8 -> x.less(partner(x)).select(partner(x), x);
      case 9 -> Tensor.uniform(random.nextInt(3), x.sumAll().floor().tanh(), shape());
      case 10, 11 -> repeated(x);
      case 12, 13 -> x.shape().rank() < 2 ? x.sin() : product(x);
      default -> x.shape().rank() == 0 ? x.reshape(Shape.of(1)) : structure(x);
    };
  }

  private Tensor unary(Tensor x) {
    return switch (random.nextInt(12)) {
      case 0 -> x.scaledBessel(random.nextInt(4));
      case 1 -> x.stopGradient();
      default -> Tensor.apply(pick(List.of(Unary.values())), x);
    };
  }

  private Tensor repeated(Tensor x) {
    int[] dimensions = x.shape().dimensions();
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = dimensions[i] == 1 ? 3 : dimensions[i];
    }
    return x.broadcast(Shape.of(1 + random.nextInt(4)).concat(Shape.of(dimensions)));
  }

  /** Returns something of the same shape: a number, or what is there and can be repeated. */
  private Tensor partner(Tensor x) {
    if (random.nextInt(4) == 0) {
      return Tensor.filled(x.shape(), NUMBERS[random.nextInt(NUMBERS.length)]);
    }
    return pick(t -> canBroadcast(t.shape(), x.shape())).broadcast(x.shape());
  }

  private static boolean canBroadcast(Shape from, Shape to) {
    return from.rank() <= to.rank()
        && IntStream.rangeClosed(1, from.rank())
            .allMatch(i -> from.dimension(-i) == 1 || from.dimension(-i) == to.dimension(-i));
  }

  private Tensor structure(Tensor x) {
    int axis = random.nextInt(x.shape().rank());
    int n = x.shape().dimension(axis);
    return switch (random.nextInt(n == 0 ? 8 : 12)) {
      case 0, 1 -> x.sum(axes(x));
      case 2 -> x.max(axes(x));
      case 3 -> x.permute(permutation(x.shape().rank()));
      case 4, 5 -> x.reshape(matrix(x.shape()));
      case 6 -> Tensor.concat(axis, List.of(x, pick(t -> canJoin(t, x, axis))));
      case 7 -> x.pad(axis, random.nextInt(3), random.nextInt(3));
      case 8 -> x.slice(axis, random.nextInt(n), n, 1 + random.nextInt(3));
      case 9 -> x.argMax(axis);
      case 10 -> x.gather(axis, indices(1 + random.nextInt(9), n));
      default -> x.scatterAdd(axis, indices(n, 4), 4);
    };
  }

  private Shape matrix(Shape shape) {
    int columnsFrom = random.nextInt(shape.rank() + 1);
    return Shape.of(
        shape.sizeBetween(0, columnsFrom), shape.sizeBetween(columnsFrom, shape.rank()));
  }

  private int[] axes(Tensor x) {
    return IntStream.of(permutation(x.shape().rank()))
        .limit(1 + random.nextInt(x.shape().rank()))
        .toArray();
  }

  private int[] permutation(int n) {
    List<Integer> rest = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    return IntStream.range(0, n).map(_ -> rest.remove(random.nextInt(rest.size()))).toArray();
  }

  private static boolean canJoin(Tensor t, Tensor x, int axis) {
    return t.shape().rank() == x.shape().rank()
        && t.shape().with(axis, 0).equals(x.shape().with(axis, 0));
  }

  /** Returns the product with a matrix of as many rows or columns; it may be the same one. */
  private Tensor product(Tensor x) {
    int axis = x.shape().rank() - 1 - random.nextInt(2);
    int other = 2 * x.shape().rank() - 3 - axis;
    Tensor partner = pick(t -> canJoin(t, x, other));
    return random.nextBoolean()
        ? x.matmul(partner, axis < other, axis > other)
        : partner.transpose().matmul(x, axis > other, axis > other);
  }

  /** Returns whole numbers from -1 to a bound, so some of which are moved to an axis' end. */
  private Tensor indices(int count, int bound) {
    double[] values = random.ints(count, -1, bound + 1).asDoubleStream().toArray();
    return Tensor.of(NdArray.vector(values));
  }
}
