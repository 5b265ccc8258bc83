package org.prairieml.engine.convolution;

/** Tables of the rows that a register tile goes through. */
final class RowTable {

  private RowTable() {}

  /**
   * Returns a table whose number of rows is a multiple of a tile's height: the last row is
   * repeated, since a tile that does its work twice is faster than two tiles.
   *
   * @param firsts positions in the first operand, {@code firstStep} elements each
   * @param results positions in the result, {@code resultStep} elements each
   */
  static int[] of(int[] firsts, int firstStep, int[] results, int resultStep, int height) {
    int rows = Math.ceilDiv(firsts.length, height) * height;
    int[] table = new int[rows * RowTile.PER_ROW];
    for (int row = 0; row < rows; row++) {
      int position = Math.min(row, firsts.length - 1);
      table[RowTile.PER_ROW * row] = firsts[position] * firstStep;
      table[RowTile.PER_ROW * row + 1] = results[position] * resultStep;
    }
    return table;
  }

  /** Returns the number of rows in a table. */
  static int rows(int[] table) {
    return table.length / RowTile.PER_ROW;
  }
}
