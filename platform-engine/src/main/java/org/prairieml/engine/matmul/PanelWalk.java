package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Multiplies a matrix with a panel that is as wide as a register tile: tiles of full height down
 * the rows, and one for the rest.
 */
final class PanelWalk {

  /** Tiles of 6 rows by 2 vectors leave registers for the panel and the first operand. */
  static final int WIDE_ROWS = 6;

  /** A panel of one vector needs more rows to keep the multipliers busy. */
  static final int NARROW_ROWS = 12;

  private final int rows;
  private final int vectors;
  private final boolean masked;
  private final int columns;
  private final TileKernel[] kernels;

  /**
   * Prepares the walk.
   *
   * @param columns the panel's width, at most two vectors
   * @param firstStep the first operand's known step, or 0
   * @param secondStep the panel's known step, or 0
   */
  PanelWalk(
      NumberFormat format,
      int columns,
      boolean accumulate,
      boolean adjacentRows,
      int firstStep,
      int secondStep) {
    int lanes = VectorTypes.lanes(format);
    this.columns = columns;
    this.vectors = Math.ceilDiv(columns, lanes);
    this.rows = vectors == 1 ? NARROW_ROWS : WIDE_ROWS;
    this.masked = columns % lanes != 0;
    this.kernels = new TileKernel[rows + 1];
    for (int height = 1; height <= rows; height++) {
      TileStructure structure =
          new TileStructure(
              format, height, vectors, masked, accumulate, adjacentRows, firstStep, secondStep);
      kernels[height] = new LazyTile(structure);
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
    int full = count - count % rows;
    if (full > 0) {
      kernels[rows].run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, full, columns);
    }
    int rest = count - full;
    if (rest > 0) {
      int a1 = a0 + full * aRow;
      int c1 = c0 + full * cRow;
      kernels[rest].run(a, a1, aRow, aStep, b, b0, bStep, c, c1, cRow, depth, rest, columns);
    }
  }

  /** A tile whose class is made when it is first needed. */
  private static final class LazyTile implements TileKernel {

    private final TileStructure structure;
    private TileKernel kernel;

    LazyTile(TileStructure structure) {
      this.structure = structure;
    }

    @Override
    public void run(
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
        int columns) {
      if (kernel == null) {
        kernel = TileCache.kernel(structure);
      }
      kernel.run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, rows, columns);
    }
  }
}
