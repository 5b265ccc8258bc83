package org.prairieml.host.plugins;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/** The identity under any name. */
public record FakeActivation(String name) implements Activation {

  private static final Option<Double> SLOPE =
      Option.real("slope", RealRange.POSITIVE, 1, "The slope.");

  @Override
  public String summary() {
    return "The function " + name + ".";
  }

  @Override
  public String source() {
    return "A. Author, On " + name + ", 2026";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(SLOPE);
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    return preactivation;
  }
}
