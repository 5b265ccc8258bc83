package org.prairieml.training.schedule;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.training.Schedule;

/** {@code gamma^floor(step / every)}. */
final class StepDecay implements Schedule {

  static final Option<Double> GAMMA =
      Option.real("gamma", RealRange.POSITIVE, 0.1, "The factor of one drop.");
  static final Option<Integer> EVERY =
      Option.integer("every", 1, Integer.MAX_VALUE, 1000, "How many steps lie between drops.");

  @Override
  public String name() {
    return "step-decay";
  }

  @Override
  public String summary() {
    return "The learning rate drops by a factor every so many steps.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(EVERY, GAMMA);
  }

  @Override
  public double factor(long step, long total, Options options) {
    return Math.pow(options.get(GAMMA), step / options.get(EVERY));
  }
}
