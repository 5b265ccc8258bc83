package org.prairieml.engine.matmul;

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
    boolean packed = tile.first() == TileStructure.First.PACKED;
    int step = packed ? TileStructure.packedStep(tile.rows()) : aStep;
    for (int i = 0; i < rows; i++) {
      int from = a0 + (packed ? i / tile.rows() * aRow + i % tile.rows() : i * aRow);
      int to = c0 + i * cRow;
      if (c instanceof float[] floats) {
        row((float[]) a, from, step, (float[]) b, b0, bStep, floats, to, depth, columns);
      } else {
        row((double[]) a, from, step, (double[]) b, b0, bStep, (double[]) c, to, depth, columns);
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
    int j = 0;
    for (; j + 4 <= columns; j += 4) {
      float sum0 = accumulate ? c[to + j] : 0;
      float sum1 = accumulate ? c[to + j + 1] : 0;
      float sum2 = accumulate ? c[to + j + 2] : 0;
      float sum3 = accumulate ? c[to + j + 3] : 0;
      for (int k = 0; k < depth; k++) {
        float factor = a[from + k * aStep];
        int row = b0 + k * bStep + j;
        sum0 = Math.fma(factor, b[row], sum0);
        sum1 = Math.fma(factor, b[row + 1], sum1);
        sum2 = Math.fma(factor, b[row + 2], sum2);
        sum3 = Math.fma(factor, b[row + 3], sum3);
      }
      c[to + j] = sum0;
      c[to + j + 1] = sum1;
      c[to + j + 2] = sum2;
      c[to + j + 3] = sum3;
    }
    for (; j < columns; j++) {
      float sum = accumulate ? c[to + j] : 0;
      for (int k = 0; k < depth; k++) {
        sum = Math.fma(a[from + k * aStep], b[b0 + k * bStep + j], sum);
      }
      c[to + j] = sum;
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
    int j = 0;
    for (; j + 4 <= columns; j += 4) {
      double sum0 = accumulate ? c[to + j] : 0;
      double sum1 = accumulate ? c[to + j + 1] : 0;
      double sum2 = accumulate ? c[to + j + 2] : 0;
      double sum3 = accumulate ? c[to + j + 3] : 0;
      for (int k = 0; k < depth; k++) {
        double factor = a[from + k * aStep];
        int row = b0 + k * bStep + j;
        sum0 = Math.fma(factor, b[row], sum0);
        sum1 = Math.fma(factor, b[row + 1], sum1);
        sum2 = Math.fma(factor, b[row + 2], sum2);
        sum3 = Math.fma(factor, b[row + 3], sum3);
      }
      c[to + j] = sum0;
      c[to + j + 1] = sum1;
      c[to + j + 2] = sum2;
      c[to + j + 3] = sum3;
    }
    for (; j < columns; j++) {
      double sum = accumulate ? c[to + j] : 0;
      for (int k = 0; k < depth; k++) {
        sum = Math.fma(a[from + k * aStep], b[b0 + k * bStep + j], sum);
      }
      c[to + j] = sum;
    }
  }
}
