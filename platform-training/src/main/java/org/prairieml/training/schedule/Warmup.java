package org.prairieml.training.schedule;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.training.Schedule;

/**
 * A linear rise from 0 during the warm-up, then a fall to 0 at the last step.
 *
 * @param name the schedule's name
 * @param fall the fall in words
 * @param shape the factor after the warm-up, from the fraction of the rest that is done
 */
record Warmup(String name, String fall, DoubleUnaryOperator shape) implements Schedule {

  private static final Option<Integer> STEPS =
      Option.integer("warmup", 0, Integer.MAX_VALUE, 0, "How many steps the rise takes.");

  static double linear(double done) {
    return Math.max(0, 1 - done);
  }

  static double cosine(double done) {
    return 0.5 * (1 + Math.cos(Math.PI * done));
  }

  @Override
  public String summary() {
    return "The learning rate rises linearly during a warm-up, then " + fall + ".";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(STEPS);
  }

  @Override
  public double factor(long step, long total, Options options) {
    int warmup = options.get(STEPS);
    return step < warmup
        ? (double) step / warmup
        : shape.applyAsDouble((double) (step - warmup) / Math.max(1, total - warmup));
  }
}
