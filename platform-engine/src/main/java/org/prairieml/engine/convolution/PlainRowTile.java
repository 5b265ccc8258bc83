package org.prairieml.engine.convolution;

/**
 * A register tile as plain loops: fast enough until its class is hot, and of the same bits, since
 * every element is the same chain of fused multiply-adds.
 */
final class PlainRowTile implements RowTile {

  private final TileForm form;
  private final int width;
  private final PlainSums loops;

  PlainRowTile(TileStructure structure) {
    this.form = structure.form();
    this.width = structure.width();
    this.loops = PlainSums.LOOPS.of(structure.format());
  }

  @Override
  public void run(
      Object a,
      int a0,
      int aStep,
      Object b,
      int b0,
      Object c,
      int c0,
      int cRow,
      int[] rows,
      int rowsFrom,
      int rowsTo,
      int[] runs,
      int columns,
      boolean accumulate) {
    Object sums = loops.allocate(columns);
    boolean table = form != TileForm.CHANNEL_ROWS;
    int step = form == TileForm.PIXEL_ROWS ? 1 : aStep;
    for (int row = rowsFrom; row < rowsTo; row++) {
      loops.clear(sums);
      int from = a0 + (table ? rows[PER_ROW * row] : row);
      for (int run = 0; run < runs.length; run += PER_RUN) {
        int first = from + runs[run];
        int place = b0 + runs[run + 1] * width;
        add(sums, a, first, step, b, place, runs[run + 2]);
      }
      int to = c0 + (table ? rows[PER_ROW * row + 1] : row * cRow);
      // A row may stand twice in a table, but only at its end.
      if (!table || row == rowsFrom || rows[PER_ROW * row + 1] != rows[PER_ROW * row - 1]) {
        loops.store(sums, c, to, accumulate);
      }
    }
  }

  private void add(Object sums, Object a, int first, int step, Object b, int place, int count) {
    if (form != TileForm.CHANNEL_COLUMNS) {
      loops.addMultiples(sums, a, first, step, b, place, width, count);
      return;
    }
    for (int k = 0; k < count; k++) {
      loops.addProducts(sums, a, first + k * step, b, place + k * width);
    }
  }
}
