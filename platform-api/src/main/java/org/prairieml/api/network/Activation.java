package org.prairieml.api.network;

import java.util.List;
import java.util.Optional;
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
   * Returns words by which it is found in lists: {@code fixed}, {@code parametric}, {@code
   * learnable}, and whatever else fits, in lower case.
   */
  default List<String> tags() {
    return List.of();
  }

  /**
   * Returns what tables and figures call the function that these options make, where they name it;
   * otherwise they call it by its service and options.
   */
  default Optional<String> label(Options options) {
    return Optional.empty();
  }

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
