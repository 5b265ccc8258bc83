package org.prairieml.host.statistics;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.Statistic;
import org.prairieml.api.PrairieException;

/**
 * How the values of a group are distributed, as a box plot shows it.
 *
 * @param name the group's name
 * @param n how many values there are, at least 1
 * @param mean their mean
 * @param std their standard deviation with divisor n - 1; 0 for a single value, so that it is
 *     always a number
 * @param median the second quartile
 * @param q1 the first quartile; like the others interpolated linearly between the values, which is
 *     type 7 of Hyndman and Fan (1996) and what {@code numpy.percentile} does
 * @param q3 the third quartile
 * @param min the smallest value
 * @param max the largest value
 */
public record GroupSummary(
    String name,
    int n,
    double mean,
    double std,
    double median,
    double q1,
    double q3,
    double min,
    double max) {

  /** Without a copy it would put the samples in another order. */
  private static final Quantile QUARTILES =
      Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF7);

  /**
   * Returns the summary of a group.
   *
   * @param samples one value for each network, in any order; not changed
   * @throws PrairieException if there is no value, or one that is not finite
   */
  public static GroupSummary of(String name, double... samples) {
    Samples.check(name, samples);
    DoubleStatistics moments =
        DoubleStatistics.of(
            EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.MIN, Statistic.MAX),
            samples);
    double[] quartiles = QUARTILES.evaluate(samples, 0.25, 0.5, 0.75);
    return new GroupSummary(
        name,
        samples.length,
        moments.getAsDouble(Statistic.MEAN),
        moments.getAsDouble(Statistic.STANDARD_DEVIATION),
        quartiles[1],
        quartiles[0],
        quartiles[2],
        moments.getAsDouble(Statistic.MIN),
        moments.getAsDouble(Statistic.MAX));
  }

  /** Returns the components by name, in the order in which {@code result.json} has them. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", name);
    plain.put("n", n);
    plain.put("mean", mean);
    plain.put("std", std);
    plain.put("median", median);
    plain.put("q1", q1);
    plain.put("q3", q3);
    plain.put("min", min);
    plain.put("max", max);
    return plain;
  }
}
