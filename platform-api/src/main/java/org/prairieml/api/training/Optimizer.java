package org.prairieml.api.training;

import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.graph.Tensor;

/**
 * A rule that moves a parameter along its gradient, written as graph: a step is part of a program
 * and can itself be differentiated.
 */
public interface Optimizer extends Service {

  /** Returns the learning rate before any schedule. */
  double rate(Options options);

  /**
   * Returns a parameter's next value.
   *
   * @param parameter the present value
   * @param gradient the gradient, of the same shape
   * @param options values for {@link #options()}
   * @param step the learning rate, the count of steps and the optimizer's memory of this parameter
   */
  Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step);
}
