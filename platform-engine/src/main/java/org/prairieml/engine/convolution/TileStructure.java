package org.prairieml.engine.convolution;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about a register tile that its code depends on.
 *
 * @param format the numbers' format
 * @param form how it walks its first operand
 * @param rows its height
 * @param vectors its width, in vectors
 */
record TileStructure(NumberFormat format, TileForm form, int rows, int vectors) {

  /** Vectors of this width come with 32 registers; other machines may have 16. */
  private static final int WIDE_BITS = 512;

  private static boolean hasManyRegisters(NumberFormat format) {
    return VectorTypes.lanes(format) * format.bits() >= WIDE_BITS;
  }

  /** Returns how many vectors wide a tile may be. */
  static int mostVectors(NumberFormat format) {
    return hasManyRegisters(format) ? 3 : 2;
  }

  /** Returns how high a tile may be: sums and addresses must fit into registers. */
  static int mostRows(NumberFormat format, TileForm form, int vectors) {
    boolean oneAddress = form == TileForm.CHANNEL_ROWS && hasManyRegisters(format);
    return switch (vectors) {
      case 1 -> 12;
      case 2 -> oneAddress ? 8 : 6;
      default -> oneAddress ? 8 : 7;
    };
  }

  /** Returns how many steps of a run are written out, which share their addresses. */
  int stepsWritten() {
    return vectors < 3 && hasManyRegisters(format) ? 2 : 1;
  }

  /** Returns the number of columns. */
  int width() {
    return vectors * VectorTypes.lanes(format);
  }
}
