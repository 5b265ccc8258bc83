package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about packing that its code depends on.
 *
 * @param format the numbers' format
 * @param vectors how many vectors hold a packed column
 * @param turned whether the matrix' columns, not its rows, are at a distance of 1
 */
record PackStructure(NumberFormat format, int vectors, boolean turned) {

  /** Returns how many elements behind a copy may be written. */
  static int overflow(NumberFormat format, int step) {
    return VectorTypes.lanes(format) * (step + 1);
  }
}
