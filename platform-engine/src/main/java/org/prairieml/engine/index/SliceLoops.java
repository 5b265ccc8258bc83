package org.prairieml.engine.index;

import java.lang.invoke.MethodHandles;
import org.prairieml.engine.bytecode.PlainLoops;

/** The loops of steps that read or write slices at indices, or find the index of one. */
interface SliceLoops {

  /** The loops in both formats. */
  PlainLoops<SliceLoops> LOOPS =
      new PlainLoops<>(MethodHandles.lookup(), SliceLoops.class, new Floats());

  /**
   * Reads indices as whole numbers, moved to the nearest from 0 to {@code last}; a NaN becomes 0.
   */
  void read(Object indices, int from, int last, int[] positions);

  /** Copies elements at positions counted from {@code from} to where {@code to} starts. */
  void gather(int[] positions, Object values, int from, Object target, int to);

  /**
   * Adds slices to those at positions counted from {@code to}, in their order.
   *
   * @param size the number of elements of a slice
   */
  void add(int[] positions, int size, Object slices, int from, Object sums, int to);

  /**
   * Finds the first of the largest elements of columns; a NaN is the largest, and 0 larger than -0.
   *
   * @param from the position of the first column's first element; the other columns' follow
   * @param size the number of elements of a column, which stand {@code columns} apart
   * @param to where the first column's index goes, counted from 0; the other columns' follow
   */
  void findLargest(Object values, int from, int size, int columns, Object indices, int to);

  /** What is derived for doubles. */
  final class Floats implements SliceLoops {

    /** A conversion to int turns NaN to 0 and the rest to the nearest int. */
    @Override
    public void read(Object indices, int from, int last, int[] positions) {
      float[] values = (float[]) indices;
      for (int i = 0; i < positions.length; i++) {
        positions[i] = Math.max(0, Math.min((int) values[from + i], last));
      }
    }

    @Override
    public void gather(int[] positions, Object values, int from, Object target, int to) {
      float[] source = (float[]) values;
      float[] result = (float[]) target;
      for (int i = 0; i < positions.length; i++) {
        result[to + i] = source[from + positions[i]];
      }
    }

    @Override
    public void add(int[] positions, int size, Object slices, int from, Object sums, int to) {
      if (size == 1) {
        addElements(positions, (float[]) slices, from, (float[]) sums, to);
      } else {
        addSlices(positions, size, (float[]) slices, from, (float[]) sums, to);
      }
    }

    private static void addElements(
        int[] positions, float[] elements, int from, float[] sums, int to) {
      for (int i = 0; i < positions.length; i++) {
        sums[to + positions[i]] += elements[from + i];
      }
    }

    private static void addSlices(
        int[] positions, int size, float[] slices, int from, float[] sums, int to) {
      for (int i = 0; i < positions.length; i++) {
        int slice = from + i * size;
        int sum = to + positions[i] * size;
        for (int j = 0; j < size; j++) {
          sums[sum + j] += slices[slice + j];
        }
      }
    }

    @Override
    public void findLargest(
        Object values, int from, int size, int columns, Object indices, int to) {
      float[] source = (float[]) values;
      float[] result = (float[]) indices;
      for (int i = 0; i < columns; i++) {
        result[to + i] = largest(source, from + i, size, columns);
      }
    }

    private static int largest(float[] values, int from, int size, int step) {
      int best = 0;
      double most = values[from];
      for (int k = 1; k < size; k++) {
        double value = values[from + k * step];
        if (Double.compare(value, most) > 0) {
          best = k;
          most = value;
        }
      }
      return best;
    }
  }
}
