package org.prairieml.engine.matmul;

import java.util.Arrays;

/**
 * A register tile as plain loops: fast enough until its class is hot, and of the same bits, since
 * every element is the same chain of fused multiply-adds.
 */
final class PlainTile implements TileKernel {

  private final TileStructure tile;
  private final boolean accumulate;

  PlainTile(TileStructure tile) {
    this.tile = tile;
    this.accumulate = tile.accumulate();
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
    boolean packed = tile.form() == TileStructure.Form.PACKED;
    for (int i = 0; i < rows; i++) {
      int from = a0 + (packed ? i / tile.rows() * aRow + i % tile.rows() : i * aRow);
      int to = c0 + i * cRow;
      if (c instanceof float[] floats) {
        row((float[]) a, from, aStep, (float[]) b, b0, bStep, floats, to, depth, columns);
      } else {
        row((double[]) a, from, aStep, (double[]) b, b0, bStep, (double[]) c, to, depth, columns);
      }
    }
  }

  private void row(
      float[] a,
      int from,
      int aStep,
      float[] b,
      int b0,
      int bStep,
      float[] c,
      int to,
      int depth,
      int columns) {
    if (!accumulate) {
      Arrays.fill(c, to, to + columns, 0);
    }
    for (int k = 0; k < depth; k++) {
      float factor = a[from + k * aStep];
      int row = b0 + k * bStep;
      for (int j = 0; j < columns; j++) {
        c[to + j] = Math.fma(factor, b[row + j], c[to + j]);
      }
    }
  }

  private void row(
      double[] a,
      int from,
      int aStep,
      double[] b,
      int b0,
      int bStep,
      double[] c,
      int to,
      int depth,
      int columns) {
    if (!accumulate) {
      Arrays.fill(c, to, to + columns, 0);
    }
    for (int k = 0; k < depth; k++) {
      double factor = a[from + k * aStep];
      int row = b0 + k * bStep;
      for (int j = 0; j < columns; j++) {
        c[to + j] = Math.fma(factor, b[row + j], c[to + j]);
      }
    }
  }
}
