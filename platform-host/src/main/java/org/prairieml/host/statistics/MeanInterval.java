package org.prairieml.host.statistics;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.TDistribution;
import org.prairieml.api.PrairieException;

/**
 * A mean and how certain it is, by Student's t: exact for normal values, and near for means of
 * values that are not far from it.
 *
 * @param n how many values there are, at least 2
 * @param mean their mean
 * @param std their standard deviation with divisor n - 1
 * @param margin half the length of the 95 % confidence interval around the mean
 * @param p the chance of a mean so far from 0 if the true one is 0, two-sided; of differences of
 *     pairs it is the paired t-test
 */
public record MeanInterval(int n, double mean, double std, double margin, double p) {

  private static final double TAIL = 0.025;

  /**
   * Returns the mean of some values.
   *
   * @param name what messages call them
   * @param values in any order; not changed
   * @throws PrairieException if there are fewer than two, or one that is not finite
   */
  public static MeanInterval of(String name, double... values) {
    Samples.check(name, values);
    int n = values.length;
    if (n < 2) {
      throw PrairieException.workFailed(
          "Group '%s': one value has no confidence interval; train more networks.".formatted(name));
    }
    DoubleStatistics moments =
        DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), values);
    double mean = moments.getAsDouble(Statistic.MEAN);
    double std = moments.getAsDouble(Statistic.STANDARD_DEVIATION);
    double error = std / Math.sqrt(n);
    TDistribution distribution = TDistribution.of(n - 1.0);
    double p =
        error > 0
            ? 2 * distribution.survivalProbability(Math.abs(mean) / error)
            : mean == 0 ? 1 : 0;
    return new MeanInterval(n, mean, std, error * distribution.inverseSurvivalProbability(TAIL), p);
  }

  /** Returns the lower end of the confidence interval. */
  public double low() {
    return mean - margin;
  }

  /** Returns the upper end of the confidence interval. */
  public double high() {
    return mean + margin;
  }

  /** Returns mean, spread and interval by name, as {@code result.json} has them. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("n", n);
    plain.put("mean", mean);
    plain.put("std", std);
    plain.put("ci95_low", low());
    plain.put("ci95_high", high());
    return plain;
  }
}
