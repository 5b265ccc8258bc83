package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;

/** How high and wide a register tile is best: measured, within the registers that there are. */
final class TileHeight {

  /** With 32 registers three vectors wide, with 16 two, which leaves some for the panel. */
  static final int LOW = VectorTypes.hasManyRegisters() ? 8 : 6;

  /** Two vectors wide with 32 registers; a panel of one vector needs as many rows with 16. */
  static final int HIGH = 12;

  private TileHeight() {}

  /** Returns the height of tiles of a packed operand: the one that fills up fewer rows. */
  static int ofPacked(int rows) {
    return VectorTypes.hasManyRegisters() && filled(rows, HIGH) <= filled(rows, LOW) ? HIGH : LOW;
  }

  private static int filled(int rows, int height) {
    return Math.ceilDiv(rows, height) * height;
  }

  /** Returns the most vectors that a tile of a height may be wide. */
  static int widest(int height) {
    return VectorTypes.hasManyRegisters() && height <= LOW ? 3 : 2;
  }

  /** Returns the height of tiles over rows in place, by the width of the panel in vectors. */
  static int ofPlaced(int vectors) {
    return vectors == 1 ? HIGH : LOW;
  }
}
