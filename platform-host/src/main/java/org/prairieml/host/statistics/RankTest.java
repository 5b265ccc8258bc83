package org.prairieml.host.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The two-sided Mann-Whitney U test with the p-value that {@code scipy.stats.mannwhitneyu} chooses
 * by itself: exact if a sample is small and no two values are equal, else from the normal
 * distribution with corrections for ties and continuity.
 */
final class RankTest {

  /** The largest sample that SciPy calls small; the library's own choice is another one. */
  private static final int SMALL = 8;

  private RankTest() {}

  /**
   * What the test gives.
   *
   * @param u U of the first sample
   * @param p the p-value
   */
  record Outcome(double u, double p) {}

  static Outcome compare(double[] x, double[] y) {
    double[] all = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).sorted().toArray();
    if (all[0] == all[all.length - 1]) {
      // No rank differs, so the normal approximation would divide by a deviation of zero.
      return new Outcome(0.5 * x.length * y.length, 1);
    }
    PValueMethod method = isExact(x, y, all) ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC;
    MannWhitneyUTest.Result result = MannWhitneyUTest.withDefaults().with(method).test(x, y);
    return new Outcome(result.getStatistic(), result.getPValue());
  }

  private static boolean isExact(double[] x, double[] y, double[] sorted) {
    return Math.min(x.length, y.length) <= SMALL
        && DoubleStream.of(sorted).distinct().count() == sorted.length;
  }
}
