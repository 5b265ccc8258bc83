package org.prairieml.activations.learnable;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * Equally spaced points on which a function is learned.
 *
 * @param lower the first point
 * @param upper the last point
 * @param points the number of points, at least 2
 */
record LearnedGrid(double lower, double upper, int points) {

  private static final Option<Double> LOWER =
      Option.real("lower", RealRange.ANY, -4, "The first point.");
  private static final Option<Double> UPPER =
      Option.real("upper", RealRange.ANY, 4, "The last point.");
  private static final Option<Integer> POINTS =
      Option.integer("points", 2, 100_000, 17, "The number of points.");
  private static final Option<Configured<Activation>> START =
      Option.service("start", Activation.class, "relu", "The function that learning starts from.");

  static final Option<Scope> SCOPE = Scope.option(Scope.LAYER);
  static final List<Option<?>> OPTIONS = List.of(LOWER, UPPER, POINTS, START, SCOPE);

  /**
   * Reads a grid.
   *
   * @throws PrairieException bad input, if the first point is not below the last
   */
  static LearnedGrid of(String activation, Options options) {
    LearnedGrid grid = new LearnedGrid(options.get(LOWER), options.get(UPPER), options.get(POINTS));
    if (grid.lower >= grid.upper) {
      throw PrairieException.badInput(
          "Activation '%s': 'lower' must be below 'upper', found %s and %s."
              .formatted(activation, grid.lower, grid.upper));
    }
    return grid;
  }

  int segments() {
    return points - 1;
  }

  /** Returns where x lies, in segments from the first point. */
  Tensor position(Tensor x) {
    return x.sub(lower).mul(segments() / (upper - lower));
  }

  /** Returns a position moved to the nearest end if it lies outside. */
  Tensor inside(Tensor position) {
    return position.max(Tensor.of(0)).min(Tensor.of(segments()));
  }

  /** Returns the segment that a position inside is in, from 0. */
  Tensor segment(Tensor inside) {
    return inside.floor().min(Tensor.of(segments() - 1));
  }

  /** Returns the start function's values at the points. */
  double[] start(Options options) {
    double[] x =
        IntStream.range(0, points)
            .mapToDouble(i -> lower + (upper - lower) * i / segments())
            .toArray();
    Configured<Activation> start = options.get(START);
    ParameterScope none =
        ParameterScope.of(spec -> {
          throw PrairieException.badInput(
              "Activation '%s' has parameters and cannot be a start.".formatted(start.name()));
        });
    Tensor y = start.service().apply(Tensor.of(NdArray.vector(x)), start.options(), none);
    return new ReferenceEvaluator(Program.builder("start").output("y", y).build())
        .run()
        .get("y")
        .values();
  }

  /** A learned table per layer, channel or neuron. */
  record Tables(Tensor values, Tensor offset) {

    /**
     * Declares the tables.
     *
     * @param x the preactivations
     * @param start what every table starts from
     */
    static Tables of(Tensor x, double[] start, Options options, ParameterScope parameters) {
      int length = start.length;
      Tensor values = options.get(SCOPE).vector(parameters, "values", x, length, i -> start[i]);
      Shape shape = values.shape();
      int tables = shape.size() / length;
      Tensor offset = Tensor.iota(tables).mul(length).reshape(shape.remove(shape.rank() - 1));
      return new Tables(values.reshape(Shape.of(shape.size())), offset);
    }

    /** Returns the entry of every element's own table at an index. */
    Tensor at(Tensor index) {
      return values.gather(0, index.add(offset));
    }
  }
}
