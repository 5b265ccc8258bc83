package org.prairieml.engine.convolution;

import java.util.Arrays;

/** The sums of a row of a plain tile, in either format. */
sealed interface PlainSums {

  /** Returns sums for an array of results. */
  static PlainSums of(Object results, int columns) {
    return results instanceof float[]
        ? new Floats(new float[columns])
        : new Doubles(new double[columns]);
  }

  /** Sets all to 0. */
  void clear();

  /** Adds rows of numbers, each times one number. */
  void addMultiples(Object a, int first, int step, Object b, int place, int width, int count);

  /** Adds the products of numbers from two positions on. */
  void addProducts(Object a, int first, Object b, int place);

  /** Sets results from a position on, or adds to them. */
  void store(Object results, int to, boolean accumulate);

  /** Single precision. */
  record Floats(float[] sums) implements PlainSums {

    @Override
    public void clear() {
      Arrays.fill(sums, 0);
    }

    @Override
    public void addMultiples(
        Object a, int first, int step, Object b, int place, int width, int count) {
      float[] factors = (float[]) a;
      float[] values = (float[]) b;
      int k = 0;
      for (; k < count - 3; k += 4) {
        addFour(factors, first + k * step, step, values, place + k * width, width);
      }
      for (; k < count; k++) {
        float factor = factors[first + k * step];
        for (int i = 0; i < sums.length; i++) {
          sums[i] = Math.fma(factor, values[place + k * width + i], sums[i]);
        }
      }
    }

    private void addFour(
        float[] factors, int first, int step, float[] values, int place, int width) {
      float a = factors[first];
      float b = factors[first + step];
      float c = factors[first + 2 * step];
      float d = factors[first + 3 * step];
      for (int i = 0; i < sums.length; i++) {
        float sum = Math.fma(a, values[place + i], sums[i]);
        sum = Math.fma(b, values[place + width + i], sum);
        sum = Math.fma(c, values[place + 2 * width + i], sum);
        sums[i] = Math.fma(d, values[place + 3 * width + i], sum);
      }
    }

    @Override
    public void addProducts(Object a, int first, Object b, int place) {
      float[] factors = (float[]) a;
      float[] values = (float[]) b;
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.fma(factors[first + i], values[place + i], sums[i]);
      }
    }

    @Override
    public void store(Object results, int to, boolean accumulate) {
      float[] target = (float[]) results;
      for (int i = 0; i < sums.length; i++) {
        target[to + i] = accumulate ? target[to + i] + sums[i] : sums[i];
      }
    }
  }

  /** Double precision. */
  record Doubles(double[] sums) implements PlainSums {

    @Override
    public void clear() {
      Arrays.fill(sums, 0);
    }

    @Override
    public void addMultiples(
        Object a, int first, int step, Object b, int place, int width, int count) {
      double[] factors = (double[]) a;
      double[] values = (double[]) b;
      int k = 0;
      for (; k < count - 3; k += 4) {
        addFour(factors, first + k * step, step, values, place + k * width, width);
      }
      for (; k < count; k++) {
        double factor = factors[first + k * step];
        for (int i = 0; i < sums.length; i++) {
          sums[i] = Math.fma(factor, values[place + k * width + i], sums[i]);
        }
      }
    }

    private void addFour(
        double[] factors, int first, int step, double[] values, int place, int width) {
      double a = factors[first];
      double b = factors[first + step];
      double c = factors[first + 2 * step];
      double d = factors[first + 3 * step];
      for (int i = 0; i < sums.length; i++) {
        double sum = Math.fma(a, values[place + i], sums[i]);
        sum = Math.fma(b, values[place + width + i], sum);
        sum = Math.fma(c, values[place + 2 * width + i], sum);
        sums[i] = Math.fma(d, values[place + 3 * width + i], sum);
      }
    }

    @Override
    public void addProducts(Object a, int first, Object b, int place) {
      double[] factors = (double[]) a;
      double[] values = (double[]) b;
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.fma(factors[first + i], values[place + i], sums[i]);
      }
    }

    @Override
    public void store(Object results, int to, boolean accumulate) {
      double[] target = (double[]) results;
      for (int i = 0; i < sums.length; i++) {
        target[to + i] = accumulate ? target[to + i] + sums[i] : sums[i];
      }
    }
  }
}
