package org.prairieml.host.bench;

import java.util.function.LongSupplier;

/**
 * Takes the time of steps.
 *
 * @param clock gives nanoseconds
 */
record StepTimer(LongSupplier clock) {

  private static final double SAMPLE_NANOS = 200e6;
  private static final int LEAST_WARMUP_RUNS = 3;

  /** Returns the nanoseconds that some work takes. */
  long time(Runnable work) {
    long start = clock.getAsLong();
    work.run();
    return clock.getAsLong() - start;
  }

  /**
   * Runs a step for a time, and at least a few times, and returns how many steps fill a sample, at
   * least 1.
   */
  int warmUp(BenchStep step, double seconds) {
    long fastest = Long.MAX_VALUE;
    double spent = 0;
    for (int runs = 0; runs < LEAST_WARMUP_RUNS || spent < seconds * 1e9; runs++) {
      long nanos = time(step::run);
      fastest = Math.min(fastest, nanos);
      spent += nanos;
    }
    return (int) Math.max(1, Math.round(SAMPLE_NANOS / Math.max(1, fastest)));
  }

  /** Returns the mean time of a step in microseconds over some steps. */
  double sample(BenchStep step, int steps) {
    long nanos =
        time(() -> {
          for (int i = 0; i < steps; i++) {
            step.run();
          }
        });
    return nanos / 1e3 / steps;
  }
}
