package org.prairieml.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Draws graphs for property tests: from some matrices on, every step applies an operation to
 * tensors that are there.
 *
 * <p>All tensors are matrices of at most 5 by 5 and stay of moderate size and slope, so that
 * difference quotients of compositions make sense.
 */
public final class RandomGraphs {

  private static final int LARGEST_DIMENSION = 5;

  private static final List<UnaryOperator<Tensor>> SMOOTH =
      List.of(
          Tensor::neg,
          Tensor::sin,
          Tensor::cos,
          Tensor::tanh,
          Tensor::sigmoid,
          Tensor::softplus,
          Tensor::atan,
          Tensor::asinh,
          Tensor::erf,
          Tensor::erfc,
          x -> x.sin().square(),
          x -> x.square().neg().exp(),
          x -> x.sin().sinh(),
          x -> x.sin().cosh(),
          x -> x.sin().expm1(),
          x -> x.mul(0.3).sin().tan(),
          x -> x.square().add(1.5).log(),
          x -> x.square().log1p(),
          x -> x.square().add(1).sqrt(),
          x -> x.square().add(1).reciprocal(),
          x -> x.square().add(1).scaledBessel(0),
          x -> x.square().add(1).scaledBessel(1));

  private static final List<BinaryOperator<Tensor>> SMOOTH_PAIRS =
      List.of(
          Tensor::add,
          Tensor::sub,
          (a, b) -> a.sin().mul(b),
          (a, b) -> a.div(b.square().add(1)),
          (a, b) -> a.divNoNan(b.square().add(1)),
          (a, b) -> a.square().add(1).pow(b.tanh()));

  private static final List<UnaryOperator<Tensor>> ROUGH =
      List.of(
          Tensor::abs,
          Tensor::sign,
          Tensor::floor,
          Tensor::stopGradient,
          x -> x.scaledBessel(3),
          x -> x.max(0).reshape(Shape.of(1, x.shape().dimension(1))),
          x -> x.argMax(1).reshape(Shape.of(x.shape().dimension(0), 1)),
          x -> Tensor.uniform(1, x.sumAll().floor(), x.shape()));

  private static final List<BinaryOperator<Tensor>> ROUGH_PAIRS =
      List.of(
          Tensor::max,
          Tensor::min,
          Tensor::less,
          Tensor::lessOrEqual,
          Tensor::equalTo,
          Tensor::divNoNan,
          (a, b) -> a.less(b).select(a, b));

  private final SplittableRandom random;
  private final boolean rough;
  private final List<Tensor> pool;

  private RandomGraphs(SplittableRandom random, boolean rough, List<Tensor> start) {
    this.random = random;
    this.rough = rough;
    this.pool = new ArrayList<>(start);
  }

  /** Returns shapes to start from. */
  public static List<Shape> shapes(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> Shape.of(1 + random.nextInt(3), 1 + random.nextInt(3)))
        .limit(count)
        .toList();
  }

  /** Returns the matrices that a graph starts from, and what {@code steps} smooth steps make. */
  static List<Tensor> smooth(long seed, List<Tensor> start, int steps) {
    return new RandomGraphs(new SplittableRandom(seed), false, start).grow(steps);
  }

  /** Returns the same with kinks, steps, comparisons and random numbers among the operations. */
  public static List<Tensor> rough(long seed, List<Tensor> start, int steps) {
    return new RandomGraphs(new SplittableRandom(seed), true, start).grow(steps);
  }

  private List<Tensor> grow(int steps) {
    for (int i = 0; i < steps; i++) {
      pool.add(next());
    }
    return pool;
  }

  private Tensor next() {
    Tensor a = pick(pool);
    if (rough && random.nextInt(3) == 0) {
      return random.nextBoolean() ? pick(ROUGH).apply(a) : pair(pick(ROUGH_PAIRS), a, pick(pool));
    }
    return switch (random.nextInt(3)) {
      case 0 -> pick(SMOOTH).apply(a);
      case 1 -> pair(pick(SMOOTH_PAIRS), a, pick(pool));
      default -> structure(a);
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Takes the mean of the second where the shapes have no common one. */
  private static Tensor pair(BinaryOperator<Tensor> operation, Tensor a, Tensor b) {
    for (int axis = 0; axis < 2; axis++) {
      int m = a.shape().dimension(axis);
      int n = b.shape().dimension(axis);
      if (m != n && m != 1 && n != 1) {
        return operation.apply(a, Formulas.meanAll(b));
      }
    }
    return operation.apply(a, b);
  }

  private Tensor structure(Tensor x) {
    int axis = random.nextInt(2);
    int n = x.shape().dimension(axis);
    if (n > LARGEST_DIMENSION) {
      return x.slice(axis, 1, n, 2);
    }
    return switch (random.nextInt(9)) {
      case 0 -> x.transpose();
      case 1 -> x.slice(axis, random.nextInt(n), n, 1 + random.nextInt(2));
      case 2 -> x.pad(axis, random.nextInt(2), 1);
      case 3 -> Tensor.concat(axis, List.of(x, x.sin()));
      case 4 -> x.gather(axis, indices(3, n));
      case 5 -> x.scatterAdd(axis, indices(n, 3), 3);
      case 6 -> Formulas.mean(x, axis).reshape(x.shape().with(axis, 1));
      case 7 -> x.reshape(Shape.of(x.shape().dimension(1), x.shape().dimension(0)));
      default -> x.matmul(pickRows(x), false, true).div(x.shape().dimension(1));
    };
  }

  private Tensor indices(int count, int bound) {
    return Tensor.of(new RandomArrays(random).indices(Shape.of(count), bound));
  }

  /** Returns a matrix with as many columns as another; it may be the same one. */
  private Tensor pickRows(Tensor x) {
    return pick(
        pool.stream().filter(t -> t.shape().dimension(1) == x.shape().dimension(1)).toList());
  }
}
