package org.prairieml.host.statistics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.prairieml.api.PrairieException;

/**
 * The two-sided Wilcoxon signed-rank test of whether the differences of pairs lie around 0.
 *
 * <p>Differences count as equal where float32 could not tell them apart, and pairs without one are
 * dropped. The p-value is exact for up to 50 others without ties, else from the normal distribution
 * with a correction for ties and none for continuity, as {@code scipy.stats.wilcoxon} has it.
 *
 * @param a the first group's name
 * @param b the second group's name
 * @param n how many pairs differ
 * @param w the smaller of the two rank sums
 * @param difference the mean of a - b over all pairs
 * @param p the chance of so unequal pairs if differences were symmetric around 0; 1 if none differs
 * @param pHolm {@code p} corrected for the family of tests it belongs to, see {@link
 *     HolmCorrection}
 */
public record PairedComparison(
    String a, String b, int n, double w, double difference, double p, double pHolm) {

  /** The largest number of pairs for which SciPy computes the exact distribution. */
  private static final int MOST_EXACT = 50;

  /**
   * Compares two groups, as a family of this one test.
   *
   * @param a values of the first group
   * @param b values of the second group, in the order of their partners
   * @throws PrairieException if a group has no value, or one that is not finite
   * @throws IllegalArgumentException if the groups differ in size
   */
  public static PairedComparison of(String nameA, double[] a, String nameB, double[] b) {
    Samples.check(nameA, a);
    Samples.check(nameB, b);
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " values cannot be paired with " + b.length);
    }
    double[] all = IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    double mean = Arrays.stream(all).average().orElseThrow();
    double unit = resolution(a, b);
    double[] differences =
        Arrays.stream(all)
            .map(difference -> Math.rint(difference / unit))
            .filter(difference -> difference != 0)
            .toArray();
    if (differences.length == 0) {
      return new PairedComparison(nameA, nameB, 0, 0, mean, 1, 1);
    }
    WilcoxonSignedRankTest.Result result =
        WilcoxonSignedRankTest.withDefaults()
            .with(method(differences))
            .with(ContinuityCorrection.DISABLED)
            .test(differences);
    double ranks = differences.length * (differences.length + 1.0) / 2;
    double w = Math.min(result.getStatistic(), ranks - result.getStatistic());
    double p = result.getPValue();
    return new PairedComparison(nameA, nameB, differences.length, w, mean, p, p);
  }

  /** Equal steps between accuracies must be ties, also where accuracies were float32. */
  private static double resolution(double[] a, double[] b) {
    double largest =
        DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).map(Math::abs).max().orElse(0);
    return 4 * Math.max(Float.MIN_VALUE, Math.ulp((float) largest));
  }

  private static PValueMethod method(double[] differences) {
    long distinct = Arrays.stream(differences).map(Math::abs).distinct().count();
    return differences.length <= MOST_EXACT && distinct == differences.length
        ? PValueMethod.EXACT
        : PValueMethod.ASYMPTOTIC;
  }

  /** Returns the same comparisons as one family, each {@link #pHolm} corrected for it. */
  public static List<PairedComparison> asFamily(List<PairedComparison> comparisons) {
    double[] adjusted =
        HolmCorrection.adjust(comparisons.stream().mapToDouble(PairedComparison::p).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> comparisons.get(i).withHolm(adjusted[i]))
        .toList();
  }

  private PairedComparison withHolm(double adjusted) {
    return new PairedComparison(a, b, n, w, difference, p, adjusted);
  }

  /** Returns the components by name, in the order in which {@code result.json} has them. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("a", a);
    plain.put("b", b);
    plain.put("n", n);
    plain.put("w", w);
    plain.put("difference", difference);
    plain.put("p", p);
    plain.put("p_holm", pHolm);
    return plain;
  }
}
