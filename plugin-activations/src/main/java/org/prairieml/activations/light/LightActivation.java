package org.prairieml.activations.light;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/** {@link Light} as an activation; with its defaults it is the sigmoid. */
public final class LightActivation implements Activation {

  /** The publication. */
  static final String SOURCE =
      "Kulikovskikh, Legović: Growth and harvest induce essential dynamics in neural networks"
          + " (2021)";

  /** Creates the service. */
  public LightActivation() {}

  @Override
  public String name() {
    return "light";
  }

  @Override
  public String summary() {
    return "Logistic growth with harvesting; the sigmoid with its defaults";
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public List<Option<?>> options() {
    return Light.OPTIONS;
  }

  @Override
  public List<String> tags() {
    return List.of("fixed", "bounded", "output");
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    return Light.of(options).apply(preactivation);
  }
}
