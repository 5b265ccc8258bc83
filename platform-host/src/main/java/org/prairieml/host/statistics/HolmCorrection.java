package org.prairieml.host.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of several tests, so that the chance of even one false finding among them
 * stays below the level at which they are read.
 *
 * <p>This is the step-down method of Holm (1979): the smallest of m values is multiplied by m, the
 * next by m - 1, and so on; none exceeds 1 or is smaller than one adjusted before it. It needs no
 * independence of the tests.
 */
public final class HolmCorrection {

  private HolmCorrection() {}

  /**
   * Returns the adjusted values in the order of the given ones.
   *
   * @param p the p-values of one family of tests, each in [0, 1]
   */
  public static double[] adjust(double... p) {
    double[] adjusted = new double[p.length];
    double largest = 0;
    int remaining = p.length;
    for (int i : ascending(p)) {
      largest = Math.max(largest, Math.min(1, remaining-- * p[i]));
      adjusted[i] = largest;
    }
    return adjusted;
  }

  private static List<Integer> ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .toList();
  }
}
