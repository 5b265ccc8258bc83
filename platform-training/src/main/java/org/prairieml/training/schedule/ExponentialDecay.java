package org.prairieml.training.schedule;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.training.Schedule;

/** {@code gamma^step}. */
final class ExponentialDecay implements Schedule {

  private static final Option<Double> GAMMA =
      Option.real("gamma", RealRange.POSITIVE, 0.999, "The factor of every step.");

  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public String summary() {
    return "The learning rate is multiplied by a factor at every step.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(GAMMA);
  }

  @Override
  public double factor(long step, long total, Options options) {
    return Math.pow(options.get(GAMMA), step);
  }
}
