package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.TileStructure.Form;

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
  private final boolean accumulate;
  private final Form form;
  private final int columns;
  private final TileKernel[] kernels;

  /**
   * Prepares the walk.
   *
   * @param columns the panel's width
   * @param width the tile's width, one or two vectors
   */
  PanelWalk(NumberFormat format, int columns, int width, boolean accumulate, Form form) {
    this.columns = columns;
    this.accumulate = accumulate;
    this.form = form;
    int vectors = Math.ceilDiv(width, VectorTypes.lanes(format));
    // the rows of a packed operand lie as full tiles of two vectors need them
    this.rows = vectors == 1 && form != Form.PACKED ? NARROW_ROWS : WIDE_ROWS;
    this.kernels = new TileKernel[rows + 1];
    for (int height = 1; height <= rows; height++) {
      kernels[height] = TileCode.of(new TileStructure(format, height, vectors, accumulate, form));
    }
  }

  /** Returns the height of a full tile. */
  int tileRows() {
    return rows;
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
    if (rest == 0) {
      return;
    }
    boolean packed = form == Form.PACKED;
    // Where nothing is added up, rows may be computed twice: that needs no tile of another height.
    int height = full > 0 && !accumulate && !packed ? rows : rest;
    int from = count - height;
    int a1 = a0 + (packed ? from / rows : from) * aRow;
    int c1 = c0 + from * cRow;
    kernels[height].run(a, a1, aRow, aStep, b, b0, bStep, c, c1, cRow, depth, height, columns);
  }
}
