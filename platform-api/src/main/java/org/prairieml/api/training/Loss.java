package org.prairieml.api.training;

import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.api.data.Target;
import org.prairieml.graph.Tensor;

/** How far a network's outputs are from the targets. */
public interface Loss extends Service {

  /** Returns whether it is defined for a kind of target. */
  boolean accepts(Target target);

  /**
   * Returns the mean loss over the examples.
   *
   * @param outputs the network's outputs {@code [n, k]}
   * @param targets labels {@code [n]}, or values {@code [n, k]}
   * @param options values for {@link #options()}
   * @return a scalar
   */
  Tensor apply(Tensor outputs, Tensor targets, Options options);
}
