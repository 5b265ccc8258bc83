package org.prairieml.host.activation;

import org.prairieml.api.Services;
import org.prairieml.api.network.Behavior;

/**
 * How two functions differ in {@link Behavior}.
 *
 * @param sameFormula whether their canonical formulas are equal
 * @param sameBehavior whether all values are equal bit for bit, all NaN alike and 0 like -0
 * @param different the number of inputs at which the values differ in a bit
 * @param largestDifference the largest difference of finite values
 * @param at the input where it is
 */
public record FunctionComparison(
    boolean sameFormula, boolean sameBehavior, int different, double largestDifference, double at) {

  /** Compares two functions. */
  public static FunctionComparison of(SampledFunction a, SampledFunction b, Services services) {
    double[] inputs = Behavior.inputs();
    double[] first = a.values(0, inputs).getFirst();
    double[] second = b.values(0, inputs).getFirst();
    int different = 0;
    int largest = 0;
    for (int i = 0; i < inputs.length; i++) {
      different += Double.compare(first[i] + 0.0, second[i] + 0.0) == 0 ? 0 : 1;
      largest = difference(first, second, i) > difference(first, second, largest) ? i : largest;
    }
    boolean sameFormula = FunctionFormula.of(a, services).equals(FunctionFormula.of(b, services));
    return new FunctionComparison(
        sameFormula,
        different == 0,
        different,
        difference(first, second, largest),
        inputs[largest]);
  }

  private static double difference(double[] a, double[] b, int index) {
    double difference = Math.abs(a[index] - b[index]);
    return Double.isFinite(difference) ? difference : 0;
  }
}
