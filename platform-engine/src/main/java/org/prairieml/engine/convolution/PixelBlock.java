package org.prairieml.engine.convolution;

import java.util.ArrayList;
import java.util.List;

/**
 * Some pixels of a pattern that are computed one after another, so that what they read stays in the
 * second-level cache.
 *
 * @param table the rows of all pixels of the pattern
 * @param from the first row
 * @param to the end of the rows
 * @param taps the runs of a row's products, in chunks whose panel stays in the first-level cache
 * @param step the distance of neighbors in a run
 */
record PixelBlock(int[] table, int from, int to, int[][] taps, int step) {

  /** Returns a pattern's pixels as blocks of at most so many rows. */
  static List<PixelBlock> of(int[] table, int most, int[][] taps, int step) {
    int rows = RowTable.rows(table);
    List<PixelBlock> blocks = new ArrayList<>();
    for (int from = 0; from < rows; from += most) {
      blocks.add(new PixelBlock(table, from, Math.min(from + most, rows), taps, step));
    }
    return blocks;
  }
}
