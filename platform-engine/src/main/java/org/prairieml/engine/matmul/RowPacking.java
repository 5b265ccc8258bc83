package org.prairieml.engine.matmul;

import java.lang.invoke.MethodHandles;
import org.prairieml.engine.bytecode.PlainLoops;

/** Packing by plain loops. */
final class RowPacking {

  private static final PlainLoops<PackKernel> LOOPS =
      new PlainLoops<>(MethodHandles.lookup(), PackKernel.class, new Floats());

  private RowPacking() {}

  /** Packs as {@link PackKernel#run} does, and writes nothing else. */
  static void pack(
      Object from,
      int start,
      int row,
      int column,
      Object to,
      int place,
      int step,
      int rows,
      int columns) {
    LOOPS.ofArray(from).run(from, start, row, column, to, place, step, rows, columns);
  }

  /** What is derived for doubles. */
  private static final class Floats implements PackKernel {

    /**
     * Rows that are read side by side, so that what is written next to each other is so at once.
     */
    private static final int TOGETHER = 4;

    /** Shorter runs are copied element by element: a call costs as much as ten elements. */
    private static final int SHORT = 12;

    @Override
    public void run(
        Object from,
        int start,
        int row,
        int column,
        Object to,
        int place,
        int step,
        int rows,
        int columns) {
      if (row == 1) {
        copy((float[]) from, start, column, (float[]) to, place, step, columns, rows);
      } else {
        gather((float[]) from, start, row, column, (float[]) to, place, step, rows, columns);
      }
    }

    private static void gather(
        float[] from,
        int start,
        int row,
        int column,
        float[] to,
        int place,
        int step,
        int rows,
        int columns) {
      int r = 0;
      for (; r + TOGETHER <= rows; r += TOGETHER) {
        int source0 = start + r * row;
        int source1 = source0 + row;
        int source2 = source1 + row;
        int source3 = source2 + row;
        int target = place + r;
        for (int k = 0; k < columns; k++) {
          int t = target + k * step;
          int s = k * column;
          to[t] = from[source0 + s];
          to[t + 1] = from[source1 + s];
          to[t + 2] = from[source2 + s];
          to[t + 3] = from[source3 + s];
        }
      }
      for (; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          to[place + r + k * step] = from[start + r * row + k * column];
        }
      }
    }

    /** Copies runs of neighbors from and to rows. */
    private static void copy(
        float[] from, int start, int row, float[] to, int place, int step, int rows, int count) {
      for (int k = 0; k < rows; k++) {
        int source = start + k * row;
        int target = place + k * step;
        if (count > SHORT) {
          System.arraycopy(from, source, to, target, count);
        } else {
          for (int i = 0; i < count; i++) {
            to[target + i] = from[source + i];
          }
        }
      }
    }
  }
}
