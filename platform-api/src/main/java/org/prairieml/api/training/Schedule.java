package org.prairieml.api.training;

import org.prairieml.api.Options;
import org.prairieml.api.Service;

/** How the learning rate changes during training. */
public interface Schedule extends Service {

  /**
   * Returns the factor on the learning rate at a step.
   *
   * @param step counted from 0
   * @param total the number of steps of the training
   * @param options values for {@link #options()}
   */
  double factor(long step, long total, Options options);
}
