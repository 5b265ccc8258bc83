package org.prairieml.engine.matmul;

/**
 * The rows of a result in blocks that are finished one after another, each small enough for the
 * second-level cache. It depends on the product's sizes alone, not on the number of threads.
 *
 * @param rows how many rows there are
 * @param step the rows of a block; the last may have fewer
 */
public record RowBlocks(int rows, int step) {

  /** Rows of full tiles, of either height. */
  private static final int UNIT = 24;

  private static final int USUAL = 96;

  /** A result of fewer elements stays in the second-level cache as a whole. */
  private static final int LARGE = 1 << 17;

  /** Returns the blocks of a result. */
  static RowBlocks of(int rows, int columns) {
    if ((long) rows * columns < LARGE) {
      return new RowBlocks(rows, Math.max(1, rows));
    }
    // an even number, so that two threads have as many
    int count = 2 * Math.max(1, Math.round(rows / (2f * USUAL)));
    return new RowBlocks(rows, Math.ceilDiv(Math.ceilDiv(rows, count), UNIT) * UNIT);
  }

  /** Returns the number of blocks, one of no rows where there are none. */
  public int count() {
    return Math.max(1, Math.ceilDiv(rows, step));
  }

  /** Returns the first row of a block. */
  int from(int block) {
    return block * step;
  }

  /** Returns how many rows a block has. */
  int rows(int block) {
    return Math.min(step, rows - from(block));
  }
}
