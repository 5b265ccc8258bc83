package org.prairieml.engine.convolution;

/** How a register tile walks its first operand. */
enum TileForm {
  /** Rows are pixels, found in a table; runs go through channels, which are next to each other. */
  PIXEL_ROWS,
  /** Rows are channels, next to each other; runs go through pixels, some distance apart. */
  CHANNEL_ROWS,
  /**
   * Rows are found in a table and have a number for every column instead of one for all; runs go
   * through pixels, some distance apart.
   */
  CHANNEL_COLUMNS
}
