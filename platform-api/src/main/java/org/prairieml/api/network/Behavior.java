package org.prairieml.api.network;

import java.util.Arrays;
import org.prairieml.api.run.RandomState;

/**
 * What a function does on the 1,000 inputs by which AQuaSurF tells functions apart: standard normal
 * numbers of NumPy's legacy generator with seed 0, clipped to [-5, 5].
 *
 * <p>Equal behaviors are equal bit for bit, with all NaN alike and 0 like -0. Source: Bingham,
 * Miikkulainen, Efficient Activation Function Optimization through Surrogate Modeling (2023).
 */
public final class Behavior {

  private static final int INPUTS = 1000;
  private static final double CLIP = 5;

  private final double[] values;

  private Behavior(double[] values) {
    this.values = values;
  }

  /** Returns the inputs. */
  public static double[] inputs() {
    return Arrays.stream(new RandomState(0).randn(INPUTS))
        .map(value -> Math.clamp(value, -CLIP, CLIP))
        .toArray();
  }

  /** Returns the behavior of a function by its values at {@link #inputs()}. */
  public static Behavior ofValues(double[] values) {
    double[] plain = new double[values.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = values[i] + 0.0;
    }
    return new Behavior(plain);
  }

  /** Returns the values at the inputs. */
  public double[] values() {
    return values.clone();
  }

  /** Returns the value at one input. */
  double value(int input) {
    return values[input];
  }

  /**
   * Returns whether every value differs from the other's by at most {@code absolute + relative *
   * |other|}; NaN is close to NaN, an infinity to itself (NumPy's {@code allclose}).
   */
  public boolean isClose(Behavior other, double relative, double absolute) {
    for (int i = 0; i < values.length; i++) {
      if (!isClose(values[i], other.values[i], relative, absolute)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClose(double a, double b, double relative, double absolute) {
    return Double.compare(a, b) == 0
        || Double.isFinite(a)
            && Double.isFinite(b)
            && Math.abs(a - b) <= absolute + relative * Math.abs(b);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Behavior behavior && Arrays.equals(values, behavior.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
