package org.prairieml.host.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prairieml.host.statistics.MeanInterval;

/**
 * What an activation function was worth in every model.
 *
 * @param name what it is called, see {@link FunctionNames}
 * @param cells its trained networks, one group per model
 */
record RankedActivation(String name, List<TrainedGroup> cells) {

  /** Returns how many networks diverged. */
  int diverged() {
    return cells.stream().mapToInt(TrainedGroup::diverged).sum();
  }

  /**
   * Returns the mean of a metric in a model; empty where fewer than two networks came to an end.
   */
  Optional<MeanInterval> in(int model, String metric) {
    return cells.get(model).interval(metric);
  }

  /** Returns the mean over all models of the k-th networks' metrics, over all k. */
  Optional<MeanInterval> overall(String metric) {
    return interval(
        numbers()
            .filter(k -> cells.stream().allMatch(cell -> cell.completed(k)))
            .mapToDouble(k ->
                cells.stream().mapToDouble(cell -> cell.sample(k, metric)).average().orElseThrow())
            .toArray());
  }

  /** Returns the mean difference to another function in a model, over pairs of networks. */
  Optional<MeanInterval> minus(RankedActivation other, int model, String metric) {
    TrainedGroup ours = cells.get(model);
    TrainedGroup theirs = other.cells.get(model);
    return interval(
        numbers()
            .filter(k -> ours.completed(k) && theirs.completed(k))
            .mapToDouble(k -> ours.sample(k, metric) - theirs.sample(k, metric))
            .toArray());
  }

  private IntStream numbers() {
    return IntStream.range(0, cells.getFirst().results().size());
  }

  private Optional<MeanInterval> interval(double[] values) {
    return values.length < 2 ? Optional.empty() : Optional.of(MeanInterval.of(name, values));
  }
}
