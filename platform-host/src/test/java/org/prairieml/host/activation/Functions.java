package org.prairieml.host.activation;

import java.util.function.UnaryOperator;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * An activation made of a graph.
 *
 * @param name the name
 * @param function the graph
 */
record Functions(String name, UnaryOperator<Tensor> function) implements Activation {

  static SampledFunction of(UnaryOperator<Tensor> function) {
    return new SampledFunction(Configured.of(new Functions("f", function)));
  }

  @Override
  public String summary() {
    return "";
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    return function.apply(preactivation);
  }
}
