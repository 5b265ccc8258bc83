package org.prairieml.engine.convolution;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import org.prairieml.engine.bytecode.PlainLoops;

/** The loops of a {@link PlainRowTile} over the sums of a row, which stand in an array. */
interface PlainSums {

  /** The loops in both formats. */
  PlainLoops<PlainSums> LOOPS =
      new PlainLoops<>(MethodHandles.lookup(), PlainSums.class, new Floats());

  /** Returns an array of sums. */
  Object allocate(int columns);

  /** Sets all sums to 0. */
  void clear(Object sums);

  /** Adds rows of numbers, each times one number. */
  void addMultiples(
      Object sums, Object a, int first, int step, Object b, int place, int width, int count);

  /** Adds the products of numbers from two positions on. */
  void addProducts(Object sums, Object a, int first, Object b, int place);

  /** Sets results from a position on, or adds to them. */
  void store(Object sums, Object results, int to, boolean accumulate);

  /** What is derived for doubles. */
  final class Floats implements PlainSums {

    @Override
    public Object allocate(int columns) {
      return new float[columns];
    }

    @Override
    public void clear(Object sums) {
      Arrays.fill((float[]) sums, 0);
    }

    @Override
    public void addMultiples(
        Object sums, Object a, int first, int step, Object b, int place, int width, int count) {
      float[] totals = (float[]) sums;
      float[] factors = (float[]) a;
      float[] values = (float[]) b;
      int k = 0;
      for (; k < count - 3; k += 4) {
        addFour(totals, factors, first + k * step, step, values, place + k * width, width);
      }
      for (; k < count; k++) {
        float factor = factors[first + k * step];
        for (int i = 0; i < totals.length; i++) {
          totals[i] = Math.fma(factor, values[place + k * width + i], totals[i]);
        }
      }
    }

    private static void addFour(
        float[] totals,
        float[] factors,
        int first,
        int step,
        float[] values,
        int place,
        int width) {
      float a = factors[first];
      float b = factors[first + step];
      float c = factors[first + 2 * step];
      float d = factors[first + 3 * step];
      for (int i = 0; i < totals.length; i++) {
        float sum = Math.fma(a, values[place + i], totals[i]);
        sum = Math.fma(b, values[place + width + i], sum);
        sum = Math.fma(c, values[place + 2 * width + i], sum);
        totals[i] = Math.fma(d, values[place + 3 * width + i], sum);
      }
    }

    @Override
    public void addProducts(Object sums, Object a, int first, Object b, int place) {
      float[] totals = (float[]) sums;
      float[] factors = (float[]) a;
      float[] values = (float[]) b;
      for (int i = 0; i < totals.length; i++) {
        totals[i] = Math.fma(factors[first + i], values[place + i], totals[i]);
      }
    }

    @Override
    public void store(Object sums, Object results, int to, boolean accumulate) {
      float[] totals = (float[]) sums;
      float[] target = (float[]) results;
      for (int i = 0; i < totals.length; i++) {
        target[to + i] = accumulate ? target[to + i] + totals[i] : totals[i];
      }
    }
  }
}
