package org.prairieml.engine.matmul;

import org.prairieml.engine.matmul.TileStructure.First;

/**
 * Multiplies a matrix with a panel that is as wide as a register tile: tiles of full height down
 * the rows, and one for the rest.
 */
final class PanelWalk {

  private final TileStructure tile;
  private final int columns;
  private final TileKernel[] kernels;

  /**
   * Prepares the walk.
   *
   * @param tile a full tile
   * @param columns the panel's width, at most the tile's
   */
  PanelWalk(TileStructure tile, int columns) {
    this.tile = tile;
    this.columns = columns;
    this.kernels = new TileKernel[tile.rows() + 1];
    for (int height = 1; height <= tile.rows(); height++) {
      kernels[height] = TileCode.of(tile.withRows(height));
    }
  }

  /** Multiplies; the first operand has {@code count} rows. */
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
      int count) {
    int rows = tile.rows();
    int full = count - count % rows;
    if (full > 0) {
      kernels[rows].run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, full, columns);
    }
    int rest = count - full;
    if (rest == 0) {
      return;
    }
    boolean packed = tile.first() == First.PACKED;
    // Where nothing is added up, rows may be computed twice: that needs no tile of another height.
    int height = full > 0 && !tile.accumulate() && !packed ? rows : rest;
    int from = count - height;
    int a1 = a0 + (packed ? from / rows : from) * aRow;
    int c1 = c0 + from * cRow;
    kernels[height].run(a, a1, aRow, aStep, b, b0, bStep, c, c1, cRow, depth, height, columns);
  }
}
