package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about a register tile that its code depends on.
 *
 * @param format the numbers' format
 * @param rows the height of the tile, in rows of the first operand
 * @param vectors the width of the tile, in vectors of columns of the second operand
 * @param accumulate whether the product is added to what is there
 * @param form how the operands lie
 */
record TileStructure(NumberFormat format, int rows, int vectors, boolean accumulate, Form form) {

  /** What the code knows of how the operands lie: it saves a range check per access. */
  enum Form {
    /** Nothing. */
    ANY,
    /** The first operand's neighbors along the inner dimension are next to each other. */
    ROWS,
    /** Both are packed for this tile: rows apart by {@link #packedStep}, columns by its width. */
    PACKED
  }

  /** Range checks leave a loop where its index is multiplied by a power of two only. */
  static int packedStep(int rows) {
    return Integer.highestOneBit(2 * rows - 1);
  }
}
