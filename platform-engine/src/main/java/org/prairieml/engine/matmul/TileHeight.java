package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;

/**
 * How high and wide a register tile is best, within the registers that there are. Measured: what
 * loads least per multiplication is fastest, above all where another hardware thread shares the
 * core.
 */
final class TileHeight {

  /** The least height; such a tile may be the widest. */
  static final int LOW = 6;

  private static final int MIDDLE = 8;

  /** A panel of one vector needs as many sums to keep the multipliers busy. */
  static final int HIGH = 12;

  private TileHeight() {}

  /** Returns the most vectors that a tile of a height may be wide. */
  static int widest(int height) {
    if (!VectorTypes.hasManyRegisters()) {
      return 2;
    }
    return height <= LOW ? 4 : height <= MIDDLE ? 3 : 2;
  }

  /** Returns the height of tiles over rows in place, by the width of the panel in vectors. */
  static int ofPlaced(int vectors) {
    if (vectors == 1) {
      return HIGH;
    }
    return vectors <= widest(MIDDLE) && VectorTypes.hasManyRegisters() ? MIDDLE : LOW;
  }

  /** Returns the height of tiles over packed rows, the same for all panels. */
  static int ofPacked(int rows, int vectors) {
    int best = LOW;
    if (VectorTypes.hasManyRegisters()) {
      for (int height : new int[] {MIDDLE, HIGH}) {
        best = loads(rows, vectors, height) < loads(rows, vectors, best) ? height : best;
      }
    }
    return best;
  }

  /**
   * Counts what all tiles load for one index of the inner dimension; padding costs half as much.
   */
  private static long loads(int rows, int vectors, int height) {
    long panels = Math.ceilDiv(vectors, widest(height));
    long rowsOfTile = (height + TileStructure.packedStep(height)) / 2;
    return Math.ceilDiv(rows, height) * (panels * rowsOfTile + vectors);
  }
}
