package org.prairieml.training.schedule;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.training.Schedule;

/** {@code gamma^(number of milestones that are at most step)}. */
final class MultiStep implements Schedule {

  private static final Option<List<Integer>> MILESTONES =
      Option.list(
          "milestones",
          OptionTypes.integer(0, Integer.MAX_VALUE),
          "The steps at which the learning rate drops.");

  @Override
  public String name() {
    return "multi-step";
  }

  @Override
  public String summary() {
    return "The learning rate drops by a factor at given steps.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(MILESTONES, StepDecay.GAMMA);
  }

  @Override
  public double factor(long step, long total, Options options) {
    long passed = options.get(MILESTONES).stream().filter(milestone -> milestone <= step).count();
    return Math.pow(options.get(StepDecay.GAMMA), passed);
  }
}
