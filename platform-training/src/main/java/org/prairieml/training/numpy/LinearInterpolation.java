package org.prairieml.training.numpy;

import java.util.Arrays;

/**
 * The piecewise linear function through given points, constant beyond the first and the last.
 *
 * <p>Rounds as {@code numpy.interp} does, and as SciPy's {@code interp1d} of kind linear, which
 * calls it.
 */
public final class LinearInterpolation {

  private final double[] x;
  private final double[] y;

  /**
   * Interpolates between the points {@code (x[i], y[i])}.
   *
   * @param x strictly increasing, at least one
   * @param y as many as {@code x}
   * @throws IllegalArgumentException if the lengths differ or are 0, or x does not increase
   */
  public LinearInterpolation(double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "Interpolation needs as many x as y, at least one: " + x.length + ", " + y.length + ".");
    }
    for (int i = 1; i < x.length; i++) {
      if (!(x[i - 1] < x[i])) {
        throw new IllegalArgumentException("x does not increase at index " + i + ".");
      }
    }
    this.x = x.clone();
    this.y = y.clone();
  }

  /** Returns the signal drawn with {@code n} samples over the same extent. */
  public static double[] resample(double[] signal, int n) {
    return new LinearInterpolation(linspace(0, 1, signal.length), signal).at(linspace(0, 1, n));
  }

  /** Returns {@code n} numbers evenly from {@code start} to {@code stop}, both included. */
  public static double[] linspace(double start, double stop, int n) {
    double step = (stop - start) / (n - 1);
    double[] values = new double[n];
    Arrays.setAll(values, i -> i * step + start);
    if (n > 1) {
      values[n - 1] = stop;
    } else if (n == 1) {
      values[0] = start;
    }
    return values;
  }

  /** Returns the values at several places. */
  public double[] at(double[] places) {
    return Arrays.stream(places).map(this::at).toArray();
  }

  /** Returns the value at one place, NaN at NaN. */
  public double at(double place) {
    if (Double.isNaN(place)) {
      return place;
    }
    int found = Arrays.binarySearch(x, place);
    if (found >= 0) {
      return y[found];
    }
    int right = -found - 1;
    if (right == 0) {
      return y[0];
    }
    return right == x.length ? y[right - 1] : between(right - 1, place);
  }

  private double between(int left, double place) {
    double slope = (y[left + 1] - y[left]) / (x[left + 1] - x[left]);
    return slope * (place - x[left]) + y[left];
  }
}
