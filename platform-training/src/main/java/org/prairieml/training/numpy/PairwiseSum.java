package org.prairieml.training.numpy;

/**
 * Adds numbers in NumPy's order, so that sums, means and deviations agree to the last bit.
 *
 * <p>The error grows with the logarithm of the length. Source: {@code pairwise_sum} in {@code
 * numpy/core/src/umath/loops_utils.h.src}; N. Higham: The accuracy of floating point summation,
 * SIAM J. Sci. Comput. 14 (1993) 783-799.
 */
public final class PairwiseSum {

  private static final int BLOCK = 128;
  private static final int LANES = 8;

  private PairwiseSum() {}

  /** Returns the sum of all values, 0 for none. */
  public static double of(double[] values) {
    return sum(values, 0, values.length);
  }

  /** Returns the arithmetic mean, NaN for no values. */
  public static double mean(double[] values) {
    return of(values) / values.length;
  }

  /** Returns the standard deviation of a population (ddof 0), NaN for no values. */
  public static double standardDeviation(double[] values) {
    double mean = mean(values);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(mean(squares));
  }

  private static double sum(double[] values, int from, int count) {
    if (count > BLOCK) {
      int half = count / 2;
      half -= half % LANES;
      return sum(values, from, half) + sum(values, from + half, count - half);
    }
    return count < LANES ? inOrder(0.0, values, from, count) : inLanes(values, from, count);
  }

  private static double inLanes(double[] values, int from, int count) {
    double[] lane = new double[LANES];
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i++) {
      lane[i % LANES] += values[from + i];
    }
    double left = (lane[0] + lane[1]) + (lane[2] + lane[3]);
    double right = (lane[4] + lane[5]) + (lane[6] + lane[7]);
    return inOrder(left + right, values, from + whole, count - whole);
  }

  private static double inOrder(double start, double[] values, int from, int count) {
    double sum = start;
    for (int i = 0; i < count; i++) {
      sum += values[from + i];
    }
    return sum;
  }
}
