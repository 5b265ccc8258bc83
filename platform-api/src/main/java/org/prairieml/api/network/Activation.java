package org.prairieml.api.network;

import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.graph.Tensor;

/**
 * A nonlinearity, built from primitives; its derivatives of any order follow.
 *
 * <p>It may have parameters, which become parameters of the network with the role {@link
 * ParameterSpec.Role#ACTIVATION}.
 */
public interface Activation extends Service {

  /**
   * Applies the function to every preactivation.
   *
   * @param preactivation any shape; where neurons matter, they are the last axis
   * @param options values for {@link #options()}
   * @param parameters where the function's own parameters come from
   * @return the activations, of the same shape
   */
  Tensor apply(Tensor preactivation, Options options, ParameterScope parameters);
}
