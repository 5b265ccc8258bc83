package org.prairieml.hnn.layer;

import java.util.List;
import java.util.function.UnaryOperator;
import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.system.Symplectic;

/** The layers that hand on one half of a state, for a separable energy T(p) + V(q). */
public final class HalfCatalog implements ServiceCatalog {

  /** Creates the catalog. */
  public HalfCatalog() {}

  @Override
  public List<? extends Service> services() {
    return List.of(
        new Half("positions", "The positions of states: the first half.", Symplectic::positions),
        new Half("momenta", "The momenta of states: the second half.", Symplectic::momenta));
  }

  private record Half(String name, String summary, UnaryOperator<Tensor> part) implements Layer {

    @Override
    public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
      Tensor states = Layer.single(inputs);
      if (states.shape().dimension(-1) % 2 != 0) {
        throw new GraphException(
            "takes states of as many positions as momenta, found shape " + states.shape());
      }
      return part.apply(states);
    }
  }
}
