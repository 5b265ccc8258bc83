package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;
import org.prairieml.engine.memory.Elements;

/**
 * The indices of slices of an axis as whole numbers: what lies outside the axis is moved to its
 * nearest end, a NaN to 0.
 */
final class SlicePositions {

  private final Block indices;
  private final int last;
  private final int[] positions;

  /**
   * Binds indices.
   *
   * @param size the dimension of the axis; 0 only where there are no indices
   */
  SlicePositions(Block indices, int size) {
    this.indices = indices;
    this.last = size - 1;
    this.positions = new int[indices.size()];
  }

  /** Returns the positions of now; the array is used again. */
  int[] read() {
    switch (indices.elements()) {
      case Elements.Floats(float[] values) -> {
        for (int i = 0; i < positions.length; i++) {
          positions[i] = clamp((int) values[indices.offset() + i]);
        }
      }
      case Elements.Doubles(double[] values) -> {
        for (int i = 0; i < positions.length; i++) {
          positions[i] = clamp((int) values[indices.offset() + i]);
        }
      }
    }
    return positions;
  }

  /** A conversion to int has turned NaN to 0 and the rest to the nearest int. */
  private int clamp(int index) {
    return Math.max(0, Math.min(index, last));
  }
}
