package org.prairieml.host.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.run.Chart;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.host.figures.BoxPlotFigure;
import org.prairieml.host.figures.LearningCurve;
import org.prairieml.host.run.MetricsCsv;
import org.prairieml.host.statistics.GroupSummary;
import org.prairieml.host.statistics.MeanInterval;

/**
 * A group with its networks trained.
 *
 * @param group the group
 * @param results one per network, in order of their numbers
 */
record TrainedGroup(Group group, List<TrainingResult> results) {

  /** Returns a final metric of the networks that did not diverge. */
  double[] samples(String metric) {
    return completed().stream().mapToDouble(result -> value(result, metric)).toArray();
  }

  private List<TrainingResult> completed() {
    return IntStream.range(0, results.size())
        .filter(this::completed)
        .mapToObj(results::get)
        .toList();
  }

  /** Returns whether the k-th network came to its end. */
  boolean completed(int k) {
    return results.get(k).status() == TrainingResult.Status.COMPLETED;
  }

  /** Returns a final metric of the k-th network, which came to its end. */
  double sample(int k, String metric) {
    return value(results.get(k), metric);
  }

  /**
   * Returns final metrics alone, under another name: the histories of a whole grid would not fit
   * into memory.
   */
  TrainedGroup outcomes(Group renamed) {
    return new TrainedGroup(
        renamed,
        results.stream()
            .map(result ->
                new TrainingResult(
                    result.status(), Map.of(), List.of(), result.metrics(), List.of(), List.of()))
            .toList());
  }

  private static double value(TrainingResult result, String metric) {
    Double value = result.metrics().get(metric);
    if (value == null) {
      throw PrairieException.badInput(
          "There is no final metric '%s' to compare; the trainer reports %s."
              .formatted(metric, result.metrics().keySet()));
    }
    return value;
  }

  /** Returns the names of the final metrics; none if every network diverged. */
  Set<String> metrics() {
    return completed().isEmpty() ? Set.of() : completed().getFirst().metrics().keySet();
  }

  /** Returns how many networks diverged. */
  int diverged() {
    return results.size() - completed().size();
  }

  /**
   * Returns the statistics of a final metric as plain data.
   *
   * @throws PrairieException failed work, if every network diverged
   */
  Map<String, Object> summary(String metric) {
    Map<String, Object> plain = statistics(metric).toPlain();
    plain.put("diverged", diverged());
    return plain;
  }

  /**
   * Returns the statistics of a final metric.
   *
   * @throws PrairieException failed work, if every network diverged
   */
  GroupSummary statistics(String metric) {
    if (completed().isEmpty()) {
      throw PrairieException.workFailed(
          "Every network of the group '%s' diverged; try a smaller learning rate."
              .formatted(group.name()));
    }
    return GroupSummary.of(group.name(), samples(metric));
  }

  /** Returns the mean of a final metric; empty where fewer than two networks came to their end. */
  Optional<MeanInterval> interval(String metric) {
    double[] samples = samples(metric);
    return samples.length < 2
        ? Optional.empty()
        : Optional.of(MeanInterval.of(group.name(), samples));
  }

  /** Returns the pictures of the first network that did not diverge. */
  List<Chart> charts() {
    return completed().stream().findFirst().map(TrainingResult::charts).orElse(List.of());
  }

  /** Adds every network's history to a table. */
  void addTo(MetricsCsv table, String stage) {
    for (int network = 0; network < results.size(); network++) {
      for (TrainingResult.MetricRow row : results.get(network).history()) {
        int number = network;
        row.values()
            .forEach((metric, value) ->
                table.add(stage, group.name(), number, row.step(), metric, value));
      }
    }
  }

  /** Adds every network's final metrics to a table. */
  void addOutcomesTo(MetricsCsv table, String stage) {
    for (int network = 0; network < results.size(); network++) {
      int number = network;
      results
          .get(network)
          .metrics()
          .forEach((metric, value) -> table.add(stage, group.name(), number, 0, metric, value));
    }
  }

  /** Returns how a metric changed while the networks were trained. */
  LearningCurve curve(String metric) {
    return LearningCurve.of(
        group.name(), group.role(), metric, results.stream().map(TrainingResult::history).toList());
  }

  /** Returns the group as the box plot shows it. */
  BoxPlotFigure.Group box(String metric) {
    return new BoxPlotFigure.Group(group.name(), group.role(), samples(metric));
  }
}
