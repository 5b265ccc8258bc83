package org.prairieml.engine.matmul;

/** Copies some rows of a matrix so that their elements of one column are next to each other. */
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
    for (int r = 0; r < rows; r++) {
      int source = start + r * row;
      int target = place + r;
      for (int k = 0; k < columns; k++) {
        to[target + k * step] = from[source + k * column];
      }
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
    for (int r = 0; r < rows; r++) {
      int source = start + r * row;
      int target = place + r;
      for (int k = 0; k < columns; k++) {
        to[target + k * step] = from[source + k * column];
      }
    }
  }
}
