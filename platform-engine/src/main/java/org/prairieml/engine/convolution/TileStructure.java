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

  /** Returns how many vectors wide a tile may be. */
  static int mostVectors() {
    return VectorTypes.hasManyRegisters() ? 3 : 2;
  }

  /** Returns how high a tile may be: sums and addresses must fit into registers. */
  static int mostRows(TileForm form, int vectors) {
    boolean oneAddress = form == TileForm.CHANNEL_ROWS && VectorTypes.hasManyRegisters();
    return switch (vectors) {
      case 1 -> 12;
      case 2 -> oneAddress ? 8 : 6;
      default -> oneAddress ? 8 : 7;
    };
  }

  /** Returns how many steps of a run are written out, which share their addresses. */
  int stepsWritten() {
    return vectors < 3 && VectorTypes.hasManyRegisters() ? 2 : 1;
  }

  /** Returns the number of columns. */
  int width() {
    return vectors * VectorTypes.lanes(format);
  }
}
