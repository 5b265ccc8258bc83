package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.TileStructure.First;

/**
 * Multiplies a matrix with a panel that is as wide as a register tile: tiles of full height down
 * the rows, and one for the rest.
 */
final class PanelWalk {

  /** Tiles of two vectors; of 16 registers, 6 rows leave some for the panel. */
  static final int WIDE_ROWS = VectorTypes.hasManyRegisters() ? 8 : 6;

  /** A panel of one vector needs more rows to keep the multipliers busy. */
  static final int NARROW_ROWS = 12;

  private final int rows;
  private final boolean accumulate;
  private final First first;
  private final int columns;
  private final TileKernel[] kernels;

  /**
   * Prepares the walk.
   *
   * @param columns the panel's width
   */
  PanelWalk(
      NumberFormat format, int columns, boolean accumulate, First first, boolean packedPanel) {
    this.columns = columns;
    this.accumulate = accumulate;
    this.first = first;
    int vectors = Math.ceilDiv(columns, VectorTypes.lanes(format));
    // the rows of a packed operand lie as full tiles of two vectors need them
    this.rows = vectors == 1 && first != First.PACKED ? NARROW_ROWS : WIDE_ROWS;
    this.kernels = new TileKernel[rows + 1];
    for (int height = 1; height <= rows; height++) {
      kernels[height] =
          TileCode.of(new TileStructure(format, height, vectors, accumulate, first, packedPanel));
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
    boolean packed = first == First.PACKED;
    // Where nothing is added up, rows may be computed twice: that needs no tile of another height.
    int height = full > 0 && !accumulate && !packed ? rows : rest;
    int from = count - height;
    int a1 = a0 + (packed ? from / rows : from) * aRow;
    int c1 = c0 + from * cRow;
    kernels[height].run(a, a1, aRow, aStep, b, b0, bStep, c, c1, cRow, depth, height, columns);
  }
}
