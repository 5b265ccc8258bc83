package org.prairieml.activations.ldnn;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.activations.interpolation.CubicSpline;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec.Role;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A base function plus a sub-network 1-h-1 (Choudhary et al. 2023, "Algorithm").
 *
 * <p>{@code base(a) + scale (V g(u a + c) + d)}, one sub-network for all neurons of a kind.
 * Parameters: {@code inner.weight [h, 1]} is u, {@code inner.bias [h]} is c, {@code outer.weight
 * [1, h]} is V, {@code outer.bias [1]} is d. The paper does not name g; it is the option {@code
 * hidden}.
 *
 * <p>With {@code evaluation: grid} the sub-network is evaluated at the points of {@code grid} alone
 * and a cubic spline takes its place ({@link CubicSpline#quasiInterpolant}); gradients are
 * scattered back to the points and go through the sub-network once, whatever the number of neurons
 * and examples. With points h apart the value is at most {@code 35/1152 h^4 max|s''''|} from the
 * sub-network s within the grid; beyond it the spline goes on as a straight line.
 */
public final class LdnnActivation implements Activation {

  private static final Option<Configured<Activation>> BASE =
      Option.service("base", Activation.class, "sine", "The function that learning starts from.");
  private static final Option<Configured<Activation>> HIDDEN =
      Option.service(
          "hidden", Activation.class, "tanh", "The nonlinearity inside the sub-network.");
  private static final Option<Integer> WIDTH =
      Option.integer(
          "width", 1, Integer.MAX_VALUE, 50, "The number of hidden units of the sub-network.");

  private static final Option<Double> SCALE =
      Option.real("scale", RealRange.ANY, 1, "The factor on the sub-network.");
  private static final Option<Double> NOISE =
      Option.real(
          "noise",
          RealRange.NOT_NEGATIVE,
          0,
          "How far uniform noise reaches that is added to the sub-network's hidden units while it"
              + " is learned, one draw per step.");
  private static final Option<Evaluation> EVALUATION =
      Option.choice(
          "evaluation",
          Evaluation.EXACT,
          "Whether the sub-network is evaluated for every neuron of every example, or on a grid and"
              + " interpolated.");
  private static final Option<Double> LOWER =
      Option.real("lower", RealRange.ANY, -10, "The first point.");
  private static final Option<Double> UPPER =
      Option.real("upper", RealRange.ANY, 10, "The last point.");
  private static final Option<Integer> POINTS =
      Option.integer("points", 2, 100_000, 401, "The number of points.");
  private static final Option<Options> GRID =
      Option.section(
          "grid", List.of(LOWER, UPPER, POINTS), "Where it is evaluated, if not everywhere.");

  /** Where the sub-network is evaluated. */
  enum Evaluation {
    /** For every neuron of every example. */
    EXACT,
    /** On a grid; a cubic spline is between. */
    GRID
  }

  @Override
  public String name() {
    return "ldnn";
  }

  @Override
  public String summary() {
    return "base(x) plus a sub-network of one hidden layer, shared by the neurons of a kind";
  }

  @Override
  public String source() {
    return "Choudhary, Radhakrishnan, Lindner, Sinha, Ditto: Neuronal diversity can improve machine"
        + " learning for physics and beyond (2023)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(BASE, HIDDEN, WIDTH, SCALE, NOISE, EVALUATION, GRID);
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    Tensor base = apply(options.get(BASE), preactivation, parameters.child("base"));
    Tensor bend =
        switch (options.get(EVALUATION)) {
          case EXACT -> subnetwork(preactivation, options, parameters);
          case GRID -> interpolated(preactivation, options, parameters);
        };
    double scale = options.get(SCALE);
    return base.add(scale == 1 ? bend : bend.mul(scale));
  }

  private static Tensor interpolated(Tensor a, Options options, ParameterScope parameters) {
    double lower = options.get(GRID).get(LOWER);
    double upper = options.get(GRID).get(UPPER);
    if (lower >= upper) {
      throw PrairieException.badInput(
          "Activation 'ldnn': 'grid.lower' must be below 'grid.upper', found %s and %s."
              .formatted(lower, upper));
    }
    int last = options.get(GRID).get(POINTS) - 1;
    double step = (upper - lower) / last;
    Tensor points =
        Tensor.of(
            NdArray.vector(
                IntStream.rangeClosed(-2, last + 2).mapToDouble(i -> lower + i * step).toArray()));
    return CubicSpline.quasiInterpolant(subnetwork(points, options, parameters))
        .continued(a.sub(lower).mul(1 / step), last, true);
  }

  private static Tensor subnetwork(Tensor a, Options options, ParameterScope parameters) {
    int width = options.get(WIDTH);
    ParameterScope inner = parameters.child("inner");
    ParameterScope outer = parameters.child("outer");
    Tensor u = parameter(inner, "weight", Shape.of(width, 1), 1);
    Tensor c = parameter(inner, "bias", Shape.of(width), 1);
    Tensor v = parameter(outer, "weight", Shape.of(1, width), width);
    Tensor d = parameter(outer, "bias", Shape.of(1), width);
    Tensor column = a.reshape(Shape.of(a.shape().size(), 1));
    Tensor hidden =
        apply(options.get(HIDDEN), column.matmul(u, false, true).add(c), inner.child("hidden"));
    return noisy(hidden, options.get(NOISE), parameters)
        .matmul(v, false, true)
        .add(d)
        .reshape(a.shape());
  }

  private static Tensor noisy(Tensor hidden, double reach, ParameterScope parameters) {
    if (reach == 0) {
      return hidden;
    }
    return parameters
        .uniform("hidden", hidden.shape().with(0, 1))
        .map(u -> hidden.add(u.mul(2).sub(1).mul(reach)))
        .orElse(hidden);
  }

  private static Tensor parameter(ParameterScope scope, String name, Shape shape, int fanIn) {
    return scope.parameter(name, shape, Role.ACTIVATION, Distribution.fanInUniform(fanIn));
  }

  private static Tensor apply(
      Configured<Activation> function, Tensor x, ParameterScope parameters) {
    return function.service().apply(x, function.options(), parameters);
  }
}
