package org.prairieml.engine.convolution;

/** The code of a register tile, walked down the rows of a panel. */
@FunctionalInterface
public interface RowTile {

  /** The numbers of a run: offset in the first operand, place in the packed panel, length. */
  int PER_RUN = 3;

  /** The numbers of a row in a table: offset in the first operand and in the result. */
  int PER_ROW = 2;

  /**
   * Sums up products over runs: {@code c[row, column] = sum of a[row, k] * b[k, column]}.
   *
   * @param a the first operand's array
   * @param a0 what is added to its offsets
   * @param aStep the distance of neighbors in a run, if they are apart
   * @param b the array of the packed panel, whose rows have the width of the tile
   * @param b0 the position of its first element
   * @param c the result's array; columns are next to each other
   * @param c0 what is added to its offsets
   * @param cRow the distance of the result's rows, if they are in no table
   * @param rows the table of rows, if there is one
   * @param rowsFrom the first row
   * @param rowsTo the end of the rows, a multiple of the tile's height after the first
   * @param runs the runs
   * @param columns how many columns, at most the tile's width
   * @param accumulate whether the sums are added to what is there
   */
  void run(
      Object a,
      int a0,
      int aStep,
      Object b,
      int b0,
      Object c,
      int c0,
      int cRow,
      int[] rows,
      int rowsFrom,
      int rowsTo,
      int[] runs,
      int columns,
      boolean accumulate);
}
