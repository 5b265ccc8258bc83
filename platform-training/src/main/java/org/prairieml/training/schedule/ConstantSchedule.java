package org.prairieml.training.schedule;

import org.prairieml.api.Options;
import org.prairieml.api.training.Schedule;

/** The learning rate stays as it is. */
final class ConstantSchedule implements Schedule {

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String summary() {
    return "The learning rate stays as it is.";
  }

  @Override
  public double factor(long step, long total, Options options) {
    return 1;
  }
}
