package com.example.bent;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/** A line that bends around 0: (sqrt(x^2 + c) - sqrt(c)) / 2 + x. */
public final class SoftenedLine implements Activation {

  private static final Option<Double> CURVATURE =
      Option.real("curvature", RealRange.POSITIVE, 1, "How sharply the curve bends at 0.");

  @Override
  public String name() {
    return "softened-line";
  }

  @Override
  public String summary() {
    return "(sqrt(x^2 + c) - sqrt(c)) / 2 + x";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(CURVATURE);
  }

  @Override
  public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
    double c = options.get(CURVATURE);
    return x.square().add(c).sqrt().sub(Math.sqrt(c)).mul(0.5).add(x);
  }
}
