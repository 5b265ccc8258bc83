package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;

/**
 * The indices of slices of an axis as whole numbers: what lies outside the axis is moved to its
 * nearest end, a NaN to 0.
 */
final class SlicePositions {

  private final Block indices;
  private final int last;
  private final int[] positions;
  private final SliceLoops loops;

  /**
   * Binds indices.
   *
   * @param size the dimension of the axis; 0 only where there are no indices
   */
  SlicePositions(Block indices, int size) {
    this.indices = indices;
    this.last = size - 1;
    this.positions = new int[indices.size()];
    this.loops = SliceLoops.LOOPS.ofArray(indices.elements().array());
  }

  /** Returns the positions of now; the array is used again. */
  int[] read() {
    loops.read(indices.elements().array(), indices.offset(), last, positions);
    return positions;
  }
}
