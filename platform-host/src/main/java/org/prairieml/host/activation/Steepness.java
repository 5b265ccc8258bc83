package org.prairieml.host.activation;

import java.util.List;

/** The largest slope of a function on [-5, 5]: the best Lipschitz constant that was found. */
public final class Steepness {

  private static final double BOUND = 5;
  private static final int POINTS = 20_001;
  private static final int REFINEMENTS = 6;
  private static final int FINE_POINTS = 201;

  private Steepness() {}

  /**
   * Returns the largest |f'| of a grid that is refined around its largest value. It is a bound from
   * below: infinite or NaN where a slope on the grid is.
   */
  public static double of(SampledFunction function) {
    double from = -BOUND;
    double to = BOUND;
    double largest = 0;
    int points = POINTS;
    for (int i = 0; i < REFINEMENTS; i++) {
      double[] x = grid(from, to, points);
      List<double[]> values = function.values(1, x);
      int steepest = 0;
      for (int j = 0; j < points; j++) {
        double slope = Math.abs(values.get(1)[j]);
        if (!Double.isFinite(slope)) {
          return Double.isNaN(values.getFirst()[j]) ? Double.NaN : slope;
        }
        steepest = slope > Math.abs(values.get(1)[steepest]) ? j : steepest;
      }
      largest = Math.max(largest, Math.abs(values.get(1)[steepest]));
      from = x[Math.max(0, steepest - 1)];
      to = x[Math.min(points - 1, steepest + 1)];
      points = FINE_POINTS;
    }
    return largest;
  }

  /** Returns equally spaced points, the ends among them. */
  public static double[] grid(double from, double to, int points) {
    double[] x = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = i == points - 1 ? to : from + (to - from) * i / (points - 1);
    }
    return x;
  }
}
