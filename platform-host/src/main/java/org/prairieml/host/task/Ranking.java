package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.host.experiment.ExperimentSchema.Best;
import org.prairieml.host.statistics.HolmCorrection;
import org.prairieml.host.statistics.MeanInterval;

/**
 * Activation functions in order: by the mean of a metric over all models; those with networks that
 * diverged come after all others.
 *
 * @param metric the final metric
 * @param models the models' names
 * @param baseline the function that the others are tested against
 * @param rows the functions, the best first
 */
record Ranking(String metric, List<String> models, RankedActivation baseline, List<Row> rows) {

  private static final double SIGNIFICANCE = 0.05;

  /**
   * A function with its tests.
   *
   * @param activation the function and its networks
   * @param tests one per model; empty for the baseline, and where there are no two pairs
   */
  record Row(RankedActivation activation, List<Optional<Test>> tests) {}

  /**
   * A paired t-test against the baseline.
   *
   * @param difference the mean difference to it
   * @param pHolm the probability, corrected for all tests of the ranking
   */
  record Test(MeanInterval difference, double pHolm) {

    boolean isSignificant() {
      return pHolm < SIGNIFICANCE;
    }
  }

  /** Ranks. */
  static Ranking of(
      String metric,
      Best best,
      List<String> models,
      RankedActivation baseline,
      List<RankedActivation> activations) {
    List<RankedActivation> sorted = activations.stream().sorted(order(metric, best)).toList();
    List<List<Optional<MeanInterval>>> differences =
        sorted.stream().map(one -> differences(one, baseline, models.size(), metric)).toList();
    double[] adjusted =
        HolmCorrection.adjust(
            differences.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .mapToDouble(MeanInterval::p)
                .toArray());
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < sorted.size(); i++) {
      List<Optional<Test>> tests = new ArrayList<>();
      for (Optional<MeanInterval> difference : differences.get(i)) {
        double p = difference.isPresent() ? adjusted[next++] : 1;
        tests.add(difference.map(value -> new Test(value, p)));
      }
      rows.add(new Row(sorted.get(i), tests));
    }
    return new Ranking(metric, models, baseline, rows);
  }

  private static Comparator<RankedActivation> order(String metric, Best best) {
    int sign = best == Best.HIGHEST ? -1 : 1;
    return Comparator.comparingInt(RankedActivation::diverged)
        .thenComparingDouble(one ->
            one.overall(metric).map(mean -> sign * mean.mean()).orElse(Double.POSITIVE_INFINITY))
        .thenComparing(RankedActivation::name);
  }

  private static List<Optional<MeanInterval>> differences(
      RankedActivation one, RankedActivation baseline, int models, String metric) {
    return Stream.iterate(0, model -> model < models, model -> model + 1)
        .map(model ->
            one == baseline ? Optional.<MeanInterval>empty() : one.minus(baseline, model, metric))
        .toList();
  }

  /** Returns how many tests there are. */
  long tests() {
    return rows.stream().flatMap(row -> row.tests().stream()).filter(Optional::isPresent).count();
  }

  /** Returns the functions that a model's tests tell from the baseline, on one side of it. */
  List<String> apart(int model, boolean above) {
    return rows.stream()
        .filter(row ->
            row.tests().get(model).stream()
                .anyMatch(test -> test.isSignificant() && test.difference().mean() > 0 == above))
        .map(row -> row.activation().name())
        .toList();
  }
}
