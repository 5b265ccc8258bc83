package org.prairieml.api.training;

import java.util.List;
import java.util.Map;
import org.prairieml.api.run.Chart;
import org.prairieml.graph.NdArray;

/**
 * What a training gave.
 *
 * @param status how it ended
 * @param parameters the parameters' last values by name
 * @param history metrics over time, in order
 * @param metrics final values by name: {@code loss}, {@code test_accuracy}, ...
 * @param activations activation functions that were learned, if any
 * @param charts pictures of the result, if any
 */
public record TrainingResult(
    Status status,
    Map<String, NdArray> parameters,
    List<MetricRow> history,
    Map<String, Double> metrics,
    List<LearnedActivation> activations,
    List<Chart> charts) {

  /** Creates a result without pictures. */
  public TrainingResult(
      Status status,
      Map<String, NdArray> parameters,
      List<MetricRow> history,
      Map<String, Double> metrics,
      List<LearnedActivation> activations) {
    this(status, parameters, history, metrics, activations, List.of());
  }

  /** How a training ended. */
  public enum Status {
    /** All steps were done. */
    COMPLETED,
    /** A loss was not finite; nothing after it was done. */
    DIVERGED
  }

  /**
   * Metrics at a step.
   *
   * @param step counted from 0 for values before the first step
   * @param values by name
   */
  public record MetricRow(long step, Map<String, Double> values) {}
}
