package org.prairieml.host.activation;

import java.util.Arrays;
import org.prairieml.api.Services;
import org.prairieml.api.run.RandomState;

/**
 * How two functions differ on the 1,000 inputs by which AQuaSurF tells functions apart: standard
 * normal numbers of NumPy's legacy generator with seed 0, clipped to [-5, 5].
 *
 * @param sameFormula whether their canonical formulas are equal
 * @param sameBehavior whether all values are equal bit for bit, all NaN alike and 0 like -0
 * @param different the number of inputs at which the values differ in a bit
 * @param largestDifference the largest difference of finite values
 * @param at the input where it is
 */
public record FunctionComparison(
    boolean sameFormula, boolean sameBehavior, int different, double largestDifference, double at) {

  private static final int INPUTS = 1000;
  private static final double CLIP = 5;

  /** Compares two functions. */
  public static FunctionComparison of(SampledFunction a, SampledFunction b, Services services) {
    double[] inputs =
        Arrays.stream(new RandomState(0).randn(INPUTS))
            .map(value -> Math.clamp(value, -CLIP, CLIP))
            .toArray();
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
