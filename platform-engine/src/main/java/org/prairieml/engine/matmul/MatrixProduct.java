package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;

/** The product of two matrices of fixed extents and strides. */
interface MatrixProduct {

  /** Is told what is finished. */
  @FunctionalInterface
  interface Listener {

    /** A block of rows stands in memory, for good. */
    void finished(int block);
  }

  /** Multiplies matrices that start at these positions. */
  void run(Object a, int a0, Object b, int b0, Object c, int c0, Listener listener);

  /**
   * Returns the way to compute a product.
   *
   * @param rows the rows of the first operand and the result
   * @param columns the columns of the second operand and the result
   * @param depth the inner dimension
   * @param resultRow the distance of the result's rows; its columns are next to each other
   * @param accumulate whether the product is added to what is there
   */
  static MatrixProduct of(
      NumberFormat format,
      RowBlocks rows,
      int columns,
      int depth,
      Layout a,
      Layout b,
      int resultRow,
      boolean accumulate) {
    return a.row() == 1 && !accumulate && isNarrow(rows.rows(), columns, VectorTypes.lanes(format))
        ? new NarrowProduct(format, rows, columns, depth, a, b, resultRow)
        : new Product(format, rows, columns, depth, a, b, resultRow, accumulate);
  }

  /** Whether the columns fit into one vector and the transpose needs fewer vectors. */
  private static boolean isNarrow(int rows, int columns, int lanes) {
    return columns <= lanes && columns * Math.ceilDiv(rows, lanes) < rows;
  }
}
