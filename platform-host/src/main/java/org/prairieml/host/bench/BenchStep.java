package org.prairieml.host.bench;

/** The step of a workload, compiled; not safe for use by several threads at once. */
public interface BenchStep extends AutoCloseable {

  /**
   * Writes inputs and start values; comes before the first {@link #run}, and again before every
   * sample.
   */
  void start();

  /** Does one step. */
  void run();

  /** Returns a number that the last step gave, a loss or an element, finite if all is well. */
  double value();

  /** Returns the arithmetic of one step's matrix products and convolutions in 10^9 operations. */
  double gflop();

  @Override
  void close();
}
