package org.prairieml.engine.matmul;

/** The code of a register tile, walked down the rows of a panel. */
@FunctionalInterface
public interface TileKernel {

  /**
   * Multiplies rows of the first operand with a panel of the second.
   *
   * @param a the first operand's array
   * @param a0 the position of its first element
   * @param aRow the distance of its rows
   * @param aStep the distance of its neighbors along the inner dimension
   * @param b the second operand's array; columns are next to each other
   * @param b0 the position of its first element
   * @param bStep the distance of its neighbors along the inner dimension
   * @param c the result's array; columns are next to each other
   * @param c0 the position of its first element
   * @param cRow the distance of its rows
   * @param depth the inner dimension
   * @param rows how many rows, a multiple of the tile's height
   * @param columns how many columns, at most the tile's width
   */
  void run(
      Object a,
      int a0,
      int aRow,
      int aStep,
      Object b,
      int b0,
      int bStep,
      Object c,
      int c0,
      int cRow,
      int depth,
      int rows,
      int columns);
}
