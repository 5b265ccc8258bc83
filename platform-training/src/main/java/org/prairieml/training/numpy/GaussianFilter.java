package org.prairieml.training.numpy;

import java.util.Arrays;

/**
 * Smooths a signal with a Gaussian as {@code scipy.ndimage.gaussian_filter} does by default: the
 * kernel is cut off at four standard deviations, the signal is mirrored at its ends (mode {@code
 * reflect}: {@code c b a | a b c | c b a}).
 */
public final class GaussianFilter {

  private static final double TRUNCATE = 4.0;

  private final int radius;
  private final double[] kernel;

  /**
   * Creates a filter.
   *
   * @param sigma standard deviation in samples, positive
   * @throws IllegalArgumentException if sigma is not positive and finite
   */
  public GaussianFilter(double sigma) {
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Sigma " + sigma + " is not positive and finite.");
    }
    radius = (int) (TRUNCATE * sigma + 0.5);
    kernel = kernel(sigma, radius);
  }

  private static double[] kernel(double sigma, int radius) {
    double[] weights = new double[2 * radius + 1];
    Arrays.setAll(
        weights, i -> StrictMath.exp(-0.5 / (sigma * sigma) * ((i - radius) * (i - radius))));
    double sum = PairwiseSum.of(weights);
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** Returns the smoothed signal, of the same length. */
  public double[] apply(double[] signal) {
    double[] smooth = new double[signal.length];
    Arrays.setAll(smooth, i -> smooth(signal, i));
    return smooth;
  }

  /** Adds the two neighbors of equal weight first, as SciPy does for a symmetric kernel. */
  private double smooth(double[] signal, int center) {
    double sum = signal[center] * kernel[radius];
    for (int distance = radius; distance > 0; distance--) {
      double left = signal[reflect(center - distance, signal.length)];
      double right = signal[reflect(center + distance, signal.length)];
      sum += (left + right) * kernel[radius - distance];
    }
    return sum;
  }

  private static int reflect(int index, int length) {
    int inPeriod = Math.floorMod(index, 2 * length);
    return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
  }
}
