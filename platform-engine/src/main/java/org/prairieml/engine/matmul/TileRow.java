package org.prairieml.engine.matmul;

import java.lang.invoke.MethodHandles;
import org.prairieml.engine.bytecode.PlainLoops;

/** The loops of a {@link PlainTile} over one row of the first operand. */
interface TileRow {

  /** The loops in both formats. */
  PlainLoops<TileRow> LOOPS = new PlainLoops<>(MethodHandles.lookup(), TileRow.class, new Floats());

  /** Multiplies a row with a panel; parameters as of {@link TileKernel#run}. */
  void multiply(
      Object a,
      int a0,
      int aStep,
      Object b,
      int b0,
      int bStep,
      Object c,
      int c0,
      int depth,
      int columns,
      boolean accumulate);

  /** Four columns at a time, so that their chains of additions run side by side. */
  final class Floats implements TileRow {

    @Override
    public void multiply(
        Object a,
        int a0,
        int aStep,
        Object b,
        int b0,
        int bStep,
        Object c,
        int c0,
        int depth,
        int columns,
        boolean accumulate) {
      float[] factors = (float[]) a;
      float[] panel = (float[]) b;
      float[] sums = (float[]) c;
      int j = 0;
      for (; j + 4 <= columns; j += 4) {
        float sum0 = accumulate ? sums[c0 + j] : 0;
        float sum1 = accumulate ? sums[c0 + j + 1] : 0;
        float sum2 = accumulate ? sums[c0 + j + 2] : 0;
        float sum3 = accumulate ? sums[c0 + j + 3] : 0;
        for (int k = 0; k < depth; k++) {
          float factor = factors[a0 + k * aStep];
          int row = b0 + k * bStep + j;
          sum0 = Math.fma(factor, panel[row], sum0);
          sum1 = Math.fma(factor, panel[row + 1], sum1);
          sum2 = Math.fma(factor, panel[row + 2], sum2);
          sum3 = Math.fma(factor, panel[row + 3], sum3);
        }
        sums[c0 + j] = sum0;
        sums[c0 + j + 1] = sum1;
        sums[c0 + j + 2] = sum2;
        sums[c0 + j + 3] = sum3;
      }
      for (; j < columns; j++) {
        float sum = accumulate ? sums[c0 + j] : 0;
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(factors[a0 + k * aStep], panel[b0 + k * bStep + j], sum);
        }
        sums[c0 + j] = sum;
      }
    }
  }
}
