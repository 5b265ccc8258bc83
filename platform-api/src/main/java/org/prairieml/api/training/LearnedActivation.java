package org.prairieml.api.training;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.graph.NdArray;

/**
 * An activation function that a trainer learned, and how it came about.
 *
 * @param layer the id of the layer whose neurons use it
 * @param label its name within the layer: {@code kind1}
 * @param grid the points {@code [n]} at which it was sampled
 * @param evolution its values over time, in order; the last is the captured function
 * @param function the captured function, ready for use in any network
 */
public record LearnedActivation(
    String layer,
    String label,
    NdArray grid,
    List<Snapshot> evolution,
    Configured<Activation> function) {

  /**
   * The function's values at some time.
   *
   * @param step the outer step after which they were taken; 0 is before the first
   * @param values the values {@code [n]} on the grid
   */
  public record Snapshot(long step, NdArray values) {}
}
