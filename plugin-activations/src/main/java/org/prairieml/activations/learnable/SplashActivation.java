package org.prairieml.activations.learnable;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * SPLASH: {@code sum_s a+_s max(0, x - b_s) + a-_s max(0, -x - b_s)}.
 *
 * <p>The hinges b are fixed, 0, 1, 2 and 2.5 by default, the slopes are learned and start from ReLU
 * ({@code a+_1 = 1}, all others 0). At an infinity it is NaN where slopes have both signs or are 0.
 */
public final class SplashActivation implements Activation {

  private static final List<Double> HINGES = List.of(0.0, 1.0, 2.0, 2.5);

  private static final Option<List<Double>> PLACES =
      Option.of(
          "b",
          OptionTypes.list(OptionTypes.real(RealRange.NOT_NEGATIVE)),
          HINGES,
          "The hinges, mirrored at 0.");
  private static final Option<List<Double>> RIGHT =
      Option.list("right", OptionTypes.real(RealRange.ANY), "Start values of a+, one per hinge.");
  private static final Option<List<Double>> LEFT =
      Option.list("left", OptionTypes.real(RealRange.ANY), "Start values of a-, one per hinge.");
  private static final Option<Scope> SCOPE = Scope.option(Scope.LAYER);

  /** Creates the service. */
  public SplashActivation() {}

  @Override
  public String name() {
    return "splash";
  }

  @Override
  public String summary() {
    return "sum of a+_s max(0, x - b_s) + a-_s max(0, -x - b_s), a+ and a- learned";
  }

  @Override
  public String source() {
    return "Tavakoli, Agostinelli, Baldi: SPLASH: Learnable activation functions for improving"
        + " accuracy and adversarial robustness (2021)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(PLACES, RIGHT, LEFT, SCOPE);
  }

  @Override
  public List<String> tags() {
    return List.of("learnable", "piecewise-linear");
  }

  @Override
  public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
    List<Double> hinges = options.get(PLACES);
    StartValues.count(name(), options, PLACES, RIGHT, 0);
    StartValues.count(name(), options, PLACES, LEFT, 0);
    Scope scope = options.get(SCOPE);
    int count = hinges.size();
    Tensor right =
        scope.vector(
            parameters, "right", x, count, StartValues.of(options.get(RIGHT), s -> s == 0 ? 1 : 0));
    Tensor left =
        scope.vector(parameters, "left", x, count, StartValues.of(options.get(LEFT), s -> 0));
    Tensor b =
        Tensor.of(NdArray.vector(hinges.stream().mapToDouble(Double::doubleValue).toArray()));
    Shape columnShape = x.shape().insert(x.shape().rank(), 1);
    Tensor column = x.reshape(columnShape);
    Tensor rising = Formulas.relu(column.sub(b)).mul(right);
    Tensor falling = Formulas.relu(column.neg().sub(b)).mul(left);
    return rising.add(falling).sum(-1);
  }
}
