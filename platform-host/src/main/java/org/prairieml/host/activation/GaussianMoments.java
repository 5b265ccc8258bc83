package org.prairieml.host.activation;

import java.util.function.UnaryOperator;

/**
 * Mean and variance of a function of a standard normal number.
 *
 * @param mean the mean; NaN where the integral diverges or the function is not a number
 * @param variance the variance; NaN likewise
 */
public record GaussianMoments(double mean, double variance) {

  /** Beyond it the density is below 1e-300. */
  private static final double FAR = 37;

  private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

  /** Returns the moments of a function. */
  public static GaussianMoments of(SampledFunction function) {
    UnaryOperator<double[]> f = points -> function.values(0, points).getFirst();
    double mean = integral(f, 0, 1);
    return new GaussianMoments(mean, integral(f, mean, 2));
  }

  /** Integrates the power of f minus a center. */
  private static double integral(UnaryOperator<double[]> f, double center, int power) {
    return AdaptiveQuadrature.integral(
        points -> {
          double[] values = f.apply(points);
          for (int i = 0; i < values.length; i++) {
            double weight = DENSITY * Math.exp(-points[i] * points[i] / 2);
            double deviation = values[i] - center;
            values[i] = weight * (power == 1 ? deviation : deviation * deviation);
          }
          return values;
        },
        -FAR,
        FAR);
  }
}
