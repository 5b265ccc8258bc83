package org.prairieml.activations.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.activations.interpolation.CubicSpline;
import org.prairieml.activations.interpolation.Curve;
import org.prairieml.activations.interpolation.FittedPolynomial;
import org.prairieml.activations.interpolation.LinearSegments;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Tensor;

/**
 * A function given by its values at equally spaced points, linear in between (Choudhary et al.
 * 2023, Methods), or a cubic spline, or a polynomial fitted to them; outside of the points it is as
 * the option {@code outside} says.
 */
public final class InterpolatedActivation implements Activation {

  /** The first point. */
  public static final Option<Double> LOWER =
      Option.real("lower", RealRange.ANY, -10, "The first point.");

  /** The last point. */
  public static final Option<Double> UPPER =
      Option.real("upper", RealRange.ANY, 10, "The last point.");

  /** The function's values at the points. */
  public static final Option<List<Double>> VALUES =
      Option.required(
          "values",
          OptionTypes.list(OptionTypes.real(RealRange.ANY)),
          "The function's values at the points, at least 2.");

  /** What the function is between the points. */
  public static final Option<Between> BETWEEN =
      Option.choice("between", Between.LINEAR, "What the function is between the points.");

  /** The degree of the polynomial. */
  public static final Option<Integer> DEGREE =
      Option.integer(
          "degree", 0, 60, 15, "The degree of the polynomial, where one is fitted to the points.");

  /** What the function is outside of the points. */
  public static final Option<Outside> OUTSIDE =
      Option.choice("outside", Outside.CONSTANT, "What the function is outside of the points.");

  /** What the function is called. */
  public static final Option<String> LABEL =
      Option.text("label", "", "What tables and figures call the function, if not 'interpolated'.");

  /** What a function is between its points. */
  public enum Between {
    /** Straight segments, as numpy.interp has it: no second derivative. */
    LINEAR,
    /** The natural cubic spline: twice continuously differentiable. */
    CUBIC_SPLINE,
    /** The polynomial of least squares, which misses the points by what its degree leaves. */
    POLYNOMIAL
  }

  /** What a function is outside of its points. */
  public enum Outside {
    /** The value at the nearest end, as numpy.interp has it. */
    CONSTANT,
    /** A straight line with the slope at the nearest end. */
    LINEAR
  }

  /** Returns the function through given values at equally spaced points, straight in between. */
  public static Configured<Activation> of(double lower, double upper, double[] values) {
    return of(Map.of("lower", lower, "upper", upper), values);
  }

  /**
   * Returns the function through given values at equally spaced points.
   *
   * @param options plain values for the other options
   */
  public static Configured<Activation> of(Map<String, Object> options, double[] values) {
    InterpolatedActivation service = new InterpolatedActivation();
    Map<String, Object> given = new LinkedHashMap<>(options);
    given.put("values", Arrays.stream(values).boxed().toList());
    return new Configured<>(service, Options.of(service.options(), given));
  }

  @Override
  public String name() {
    return "interpolated";
  }

  @Override
  public String summary() {
    return "A function given by its values at equally spaced points";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(LABEL, LOWER, UPPER, BETWEEN, DEGREE, OUTSIDE, VALUES);
  }

  @Override
  public Optional<String> label(Options options) {
    return Optional.of(options.get(LABEL)).filter(label -> !label.isBlank());
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    List<Double> values = options.get(VALUES);
    double width = options.get(UPPER) - options.get(LOWER);
    if (values.size() < 2 || width <= 0) {
      throw new GraphException("an interpolated function needs 2 values, and lower below upper");
    }
    int last = values.size() - 1;
    Tensor position = preactivation.sub(options.get(LOWER)).mul(last / width);
    return curve(values.stream().mapToDouble(Double::doubleValue).toArray(), options)
        .continued(position, last, options.get(OUTSIDE) == Outside.LINEAR);
  }

  private static Curve curve(double[] values, Options options) {
    return switch (options.get(BETWEEN)) {
      case LINEAR -> new LinearSegments(values);
      case CUBIC_SPLINE -> CubicSpline.natural(values);
      case POLYNOMIAL -> new FittedPolynomial(values, options.get(DEGREE));
    };
  }
}
