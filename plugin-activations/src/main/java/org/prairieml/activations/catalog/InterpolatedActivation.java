package org.prairieml.activations.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Tensor;

/**
 * A function given by its values at equally spaced points, linear in between (Choudhary et al.
 * 2023, Methods). Its derivative is the slope of the segment; outside of the points it is as the
 * option {@code outside} says.
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

  /** What the function is outside of the points. */
  public static final Option<Outside> OUTSIDE =
      Option.choice("outside", Outside.CONSTANT, "What the function is outside of the points.");

  /** What a function is outside of its points. */
  public enum Outside {
    /** The value at the nearest end, as numpy.interp has it. */
    CONSTANT,
    /** The outermost segment goes on. */
    LINEAR
  }

  /** Returns the function through given values at equally spaced points. */
  public static Configured<Activation> of(double lower, double upper, double[] values) {
    InterpolatedActivation service = new InterpolatedActivation();
    Options given =
        Options.of(
            service.options(),
            Map.of(
                "lower", lower, "upper", upper, "values", Arrays.stream(values).boxed().toList()));
    return new Configured<>(service, given);
  }

  @Override
  public String name() {
    return "interpolated";
  }

  @Override
  public String summary() {
    return "A function given by its values at equally spaced points, linear in between";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(LOWER, UPPER, OUTSIDE, VALUES);
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    List<Double> values = options.get(VALUES);
    double width = options.get(UPPER) - options.get(LOWER);
    if (values.size() < 2 || width <= 0) {
      throw new GraphException("an interpolated function needs 2 values, and lower below upper");
    }
    int segments = values.size() - 1;
    Tensor position = preactivation.sub(options.get(LOWER)).mul(segments / width);
    Tensor inside = position.max(Tensor.of(0)).min(Tensor.of(segments));
    Tensor segment = inside.floor().min(Tensor.of(segments - 1));
    Tensor along = options.get(OUTSIDE) == Outside.LINEAR ? position : inside;
    Tensor start = table(values.subList(0, segments)).gather(0, segment);
    Tensor rise = table(rises(values)).gather(0, segment);
    return start.add(rise.mul(along.sub(segment)));
  }

  private static List<Double> rises(List<Double> values) {
    List<Double> rises = new ArrayList<>();
    for (int i = 1; i < values.size(); i++) {
      rises.add(values.get(i) - values.get(i - 1));
    }
    return rises;
  }

  private static Tensor table(List<Double> values) {
    return Tensor.of(NdArray.vector(values.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
