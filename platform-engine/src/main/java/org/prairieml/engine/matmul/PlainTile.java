package org.prairieml.engine.matmul;

/**
 * A register tile as plain loops: fast enough until its class is hot, and of the same bits, since
 * every element is the same chain of fused multiply-adds.
 */
final class PlainTile implements TileKernel {

  private final TileStructure tile;
  private final TileRow row;

  PlainTile(TileStructure tile) {
    this.tile = tile;
    this.row = TileRow.LOOPS.of(tile.format());
  }

  @Override
  public void run(
      Object a,
      int a0,
      int aRow,
      int aStep,
      Object b,
      int b0,
      int bStep,
      Object c,
      int c0,
      int cRow,
      int depth,
      int rows,
      int columns) {
    boolean packed = tile.first() == TileStructure.First.PACKED;
    int step = packed ? TileStructure.packedStep(tile.rows()) : aStep;
    for (int i = 0; i < rows; i++) {
      int from = a0 + (packed ? i / tile.rows() * aRow + i % tile.rows() : i * aRow);
      int to = c0 + i * cRow;
      row.multiply(a, from, step, b, b0, bStep, c, to, depth, columns, tile.accumulate());
    }
  }
}
