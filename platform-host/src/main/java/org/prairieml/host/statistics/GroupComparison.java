package org.prairieml.host.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.api.PrairieException;

/**
 * The two-sided Mann-Whitney U test of whether values of one group tend to be larger than those of
 * another.
 *
 * @param a the first group's name
 * @param b the second group's name
 * @param u U of the first group: the number of pairs in which its value is the larger one, a tie
 *     counting half
 * @param p the chance of so unequal groups if both were drawn from one distribution; 1 if all
 *     values are equal
 * @param superiority the effect size in common language, U divided by the number of pairs: the
 *     chance that a network of the first group beats one of the second
 * @param pHolm {@code p} corrected for the family of tests it belongs to, see {@link
 *     HolmCorrection}
 */
public record GroupComparison(
    String a, String b, double u, double p, double superiority, double pHolm) {

  /**
   * Compares two groups, as a family of this one test.
   *
   * @param a values of the first group, one for each network
   * @param b values of the second group
   * @throws PrairieException if a group has no value, or one that is not finite
   */
  public static GroupComparison of(String nameA, double[] a, String nameB, double[] b) {
    Samples.check(nameA, a);
    Samples.check(nameB, b);
    RankTest.Outcome outcome = RankTest.compare(a, b);
    double pairs = (double) a.length * b.length;
    return new GroupComparison(
        nameA, nameB, outcome.u(), outcome.p(), outcome.u() / pairs, outcome.p());
  }

  /** Returns the same comparisons as one family, each {@link #pHolm} corrected for it. */
  public static List<GroupComparison> asFamily(List<GroupComparison> comparisons) {
    double[] adjusted =
        HolmCorrection.adjust(comparisons.stream().mapToDouble(GroupComparison::p).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> comparisons.get(i).withHolm(adjusted[i]))
        .toList();
  }

  /** Returns the components by name, in the order in which {@code result.json} has them. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("a", a);
    plain.put("b", b);
    plain.put("u", u);
    plain.put("p", p);
    plain.put("superiority", superiority);
    plain.put("p_holm", pHolm);
    return plain;
  }

  private GroupComparison withHolm(double adjusted) {
    return new GroupComparison(a, b, u, p, superiority, adjusted);
  }
}
