package org.prairieml.api.training;

import org.prairieml.graph.Tensor;

/** One step of an optimizer on one parameter, while its graph is built. */
public interface OptimizerStep {

  /** Returns the learning rate of this step, a scalar. */
  Tensor rate();

  /** Returns the number of this step, counted from 1, a scalar. */
  Tensor count();

  /**
   * Returns a slot of the optimizer's memory, of the parameter's shape.
   *
   * @param name the slot's name, such as {@code momentum}
   * @param initial the value of every element before the first step
   */
  Tensor slot(String name, double initial);

  /** Sets what a slot holds after this step. */
  void setSlot(String name, Tensor next);
}
