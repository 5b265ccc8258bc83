package org.prairieml.activations.learnable;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Adaptive piecewise linear unit: {@code max(0, x) + sum_s a_s max(0, -x + b_s)}.
 *
 * <p>Slopes a and hinges b are learned. The paper draws them at random; here they start from a = 0,
 * which is ReLU, and hinges spread evenly over [-2, 2], unless values are given. At negative
 * infinity it is NaN where the slopes have both signs or one is 0.
 */
public final class AplActivation implements Activation {

  private static final double SPREAD = 2;

  private static final Option<Integer> HINGES =
      Option.integer("hinges", 1, 1000, 7, "The number S of hinges, unless values are given.");
  private static final Option<List<Double>> SLOPES =
      Option.list("a", OptionTypes.real(RealRange.ANY), "Start values of the slopes.");
  private static final Option<List<Double>> PLACES =
      Option.list("b", OptionTypes.real(RealRange.ANY), "Start values of the hinges.");
  private static final Option<Scope> SCOPE = Scope.option(Scope.NEURON);

  /** Creates the service. */
  public AplActivation() {}

  @Override
  public String name() {
    return "apl";
  }

  @Override
  public String summary() {
    return "max(0, x) + sum of a_s max(0, -x + b_s), a and b learned";
  }

  @Override
  public String source() {
    return "Agostinelli, Hoffman, Sadowski, Baldi: Learning activation functions to improve deep"
        + " neural networks (2015)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(HINGES, SLOPES, PLACES, SCOPE);
  }

  @Override
  public List<String> tags() {
    return List.of("learnable", "piecewise-linear");
  }

  @Override
  public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
    int count = StartValues.count(name(), options, SLOPES, PLACES, options.get(HINGES));
    Scope scope = options.get(SCOPE);
    Tensor a = scope.vector(parameters, "a", x, count, StartValues.of(options.get(SLOPES), s -> 0));
    Tensor b =
        scope.vector(
            parameters, "b", x, count, StartValues.of(options.get(PLACES), s -> even(s, count)));
    Shape column = x.shape().insert(x.shape().rank(), 1);
    Tensor hinges = Formulas.relu(b.sub(x.reshape(column))).mul(a);
    return Formulas.relu(x).add(hinges.sum(-1));
  }

  private static double even(int index, int count) {
    return count == 1 ? 0 : SPREAD * (2.0 * index / (count - 1) - 1);
  }
}
