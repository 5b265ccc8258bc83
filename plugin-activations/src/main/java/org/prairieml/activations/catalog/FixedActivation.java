package org.prairieml.activations.catalog;

import java.util.function.UnaryOperator;
import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * An activation without options or parameters.
 *
 * @param name the name
 * @param summary the formula and what is known of it
 * @param source the publication, or an empty text
 * @param function the function as graph
 */
record FixedActivation(String name, String summary, String source, UnaryOperator<Tensor> function)
    implements Activation {

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    return function.apply(preactivation);
  }
}
