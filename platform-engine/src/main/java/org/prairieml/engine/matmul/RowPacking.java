package org.prairieml.engine.matmul;

/** Copies parts of a matrix so that a tile finds its elements without gaps. */
final class RowPacking {

  private RowPacking() {}

  static void pack(
      float[] from,
      int start,
      int row,
      int column,
      float[] to,
      int place,
      int step,
      int rows,
      int columns) {
    if (row == 1) {
      copy(from, start, column, to, place, step, columns, rows);
      return;
    }
    for (int r = 0; r < rows; r++) {
      int source = start + r * row;
      int target = place + r;
      for (int k = 0; k < columns; k++) {
        to[target + k * step] = from[source + k * column];
      }
    }
  }

  /** Copies runs of neighbors from and to rows. */
  static void copy(
      float[] from, int start, int row, float[] to, int place, int step, int rows, int count) {
    for (int k = 0; k < rows; k++) {
      System.arraycopy(from, start + k * row, to, place + k * step, count);
    }
  }

  static void pack(
      double[] from,
      int start,
      int row,
      int column,
      double[] to,
      int place,
      int step,
      int rows,
      int columns) {
    if (row == 1) {
      copy(from, start, column, to, place, step, columns, rows);
      return;
    }
    for (int r = 0; r < rows; r++) {
      int source = start + r * row;
      int target = place + r;
      for (int k = 0; k < columns; k++) {
        to[target + k * step] = from[source + k * column];
      }
    }
  }

  /** Copies runs of neighbors from and to rows. */
  static void copy(
      double[] from, int start, int row, double[] to, int place, int step, int rows, int count) {
    for (int k = 0; k < rows; k++) {
      System.arraycopy(from, start + k * row, to, place + k * step, count);
    }
  }
}
