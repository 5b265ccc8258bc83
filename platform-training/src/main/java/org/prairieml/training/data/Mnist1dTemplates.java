package org.prairieml.training.data;

import java.util.Arrays;
import org.prairieml.training.numpy.LinearInterpolation;
import org.prairieml.training.numpy.PairwiseSum;

/**
 * The ten digits of MNIST-1D as drawn by its authors: the pen's horizontal place at twelve heights.
 *
 * <p>Source: S. Greydanus, D. Kobak: Scaling down deep learning with MNIST-1D, ICML 2024
 * (arXiv:2011.14439), {@code get_templates} of the accompanying code.
 */
final class Mnist1dTemplates {

  /** The number of digits. */
  static final int CLASSES = 10;

  private static final double[][] DRAWN = {
    {5, 6, 6.5, 6.75, 7, 7, 7, 7, 6.75, 6.5, 6, 5},
    {5, 3, 3, 3.4, 3.8, 4.2, 4.6, 5, 5.4, 5.8, 5, 5},
    {5, 6, 6.5, 6.5, 6, 5.25, 4.75, 4, 3.5, 3.5, 4, 5},
    {5, 6, 6.5, 6.5, 6, 5, 5, 6, 6.5, 6.5, 6, 5},
    {5, 4.4, 3.8, 3.2, 2.6, 2.6, 5, 5, 5, 5, 5, 5},
    {5, 3, 3, 3, 3, 5, 6, 6.5, 6.5, 6, 4.5, 5},
    {5, 4, 3.5, 3.25, 3, 3, 3, 3, 3.25, 3.5, 4, 5},
    {5, 7, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 5, 5},
    {5, 4, 3.5, 3.5, 4, 5, 5, 4, 3.5, 3.5, 4, 5},
    {5, 4, 3.5, 3.5, 4, 5, 5, 5, 5, 4.7, 4.3, 5}
  };

  private static final double SHRINK = 6;

  private Mnist1dTemplates() {}

  /** Returns the template of a digit: of deviation 1/6, beginning and ending at 0. */
  static double[] of(int digit) {
    double[] drawn = DRAWN[digit];
    double mean = PairwiseSum.mean(drawn);
    double[] centered = Arrays.stream(drawn).map(x -> x - mean).toArray();
    double deviation = PairwiseSum.standardDeviation(centered);
    double start = centered[0] / deviation;
    return Arrays.stream(centered).map(x -> (x / deviation - start) / SHRINK).toArray();
  }

  /** Returns the heights at which the templates are drawn. */
  static double[] heights() {
    double[] even = LinearInterpolation.linspace(-5, 5, DRAWN[0].length);
    return Arrays.stream(even).map(t -> t / SHRINK).toArray();
  }
}
