package org.prairieml.api.network;

import java.util.List;
import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Tensor;

/** A kind of layer. */
public interface Layer extends Service {

  /**
   * Returns the only input of a layer that takes one.
   *
   * @throws GraphException if there are more, or none
   */
  static Tensor single(List<Tensor> inputs) {
    if (inputs.size() != 1) {
      throw new GraphException("takes one input, found " + inputs.size());
    }
    return inputs.getFirst();
  }

  /**
   * Applies the layer.
   *
   * @param inputs what it is connected to; examples are the first axis of each
   * @param options values for {@link #options()}
   * @param parameters where the layer's parameters come from; their shapes must not depend on the
   *     number of examples
   * @return the output; examples are the first axis
   */
  Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters);
}
