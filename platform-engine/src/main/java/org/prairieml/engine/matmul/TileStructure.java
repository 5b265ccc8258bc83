package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about a register tile that its code depends on.
 *
 * @param format the numbers' format
 * @param rows the height of the tile, in rows of the first operand
 * @param vectors the width of the tile, in vectors of columns of the second operand
 * @param accumulate whether the product is added to what is there
 * @param first how the first operand lies
 * @param packedPanel whether the rows of the panel follow each other without gaps
 */
record TileStructure(
    NumberFormat format,
    int rows,
    int vectors,
    boolean accumulate,
    First first,
    boolean packedPanel) {

  /** What the code knows of the first operand: it saves a range check per access. */
  enum First {
    /** Nothing. */
    STRIDED,
    /** Neighbors along the inner dimension are next to each other. */
    ROWS,
    /** The tile's rows are next to each other, apart by {@link #packedStep}. */
    PACKED
  }

  /** Returns the width of the tile, in elements. */
  int width() {
    return vectors * VectorTypes.lanes(format);
  }

  /** Returns the tile of another height. */
  TileStructure withRows(int height) {
    return new TileStructure(format, height, vectors, accumulate, first, packedPanel);
  }

  /** Returns the tile that adds to what is there. */
  TileStructure accumulating() {
    return new TileStructure(format, rows, vectors, true, first, packedPanel);
  }

  /** Range checks leave a loop where its index is multiplied by a power of two only. */
  static int packedStep(int rows) {
    return Integer.highestOneBit(2 * rows - 1);
  }
}
