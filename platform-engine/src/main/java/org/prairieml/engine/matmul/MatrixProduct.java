package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;

/** The product of two matrices of fixed extents and strides. */
interface MatrixProduct {

  /** Multiplies matrices that start at these positions. */
  void run(Object a, int a0, Object b, int b0, Object c, int c0);

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
      int rows,
      int columns,
      int depth,
      Layout a,
      Layout b,
      int resultRow,
      boolean accumulate) {
    boolean narrow = 2 * columns <= VectorTypes.lanes(format) && rows > columns;
    return narrow && a.row() == 1 && !accumulate
        ? new NarrowProduct(format, rows, columns, depth, a, b, resultRow)
        : new Product(format, rows, columns, depth, a, b, resultRow, accumulate);
  }
}
