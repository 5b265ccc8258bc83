package org.prairieml.api.dynamics;

import java.util.List;
import java.util.Optional;
import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.graph.Tensor;

/**
 * A law of motion: the rate of change of a state, {@code dx/dt = f(x)}, as graph.
 *
 * <p>Where states have canonical coordinates, all positions come first, then the momenta in the
 * same order.
 */
public interface DynamicalSystem extends Service {

  /**
   * Returns the names of the coordinates of a state, such as {@code q1, q2, p1, p2}.
   *
   * @param options values for {@link #options()}
   */
  List<String> coordinates(Options options);

  /**
   * Returns the rates of change.
   *
   * @param states {@code [n, d]}, d as {@link #coordinates} has names
   * @param options values for {@link #options()}
   * @return {@code [n, d]}
   */
  Tensor timeDerivative(Tensor states, Options options);

  /**
   * Returns the energy of each state, which the motion conserves; empty for a system that has none.
   *
   * @param states {@code [n, d]}
   * @param options values for {@link #options()}
   * @return {@code [n]}
   */
  default Optional<Tensor> energy(Tensor states, Options options) {
    return Optional.empty();
  }
}
