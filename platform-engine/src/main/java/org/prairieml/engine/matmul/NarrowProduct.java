package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;
import org.prairieml.engine.memory.Elements;

/**
 * A product of few columns, by way of its transpose: where the rows of the first operand are next
 * to each other, they fill vectors that the columns would leave mostly empty.
 */
final class NarrowProduct implements MatrixProduct {

  private final int rows;
  private final int columns;
  private final int resultRow;
  private final Product transpose;
  private final Elements result;

  /** Prepares a product; the first operand's layout has rows at a distance of 1. */
  NarrowProduct(
      NumberFormat format, int rows, int columns, int depth, Layout a, Layout b, int resultRow) {
    this.rows = rows;
    this.columns = columns;
    this.resultRow = resultRow;
    this.transpose =
        new Product(format, columns, rows, depth, b.transpose(), a.transpose(), rows, false);
    this.result = Elements.allocate(format, rows * columns);
  }

  @Override
  public void run(Object a, int a0, Object b, int b0, Object c, int c0) {
    transpose.run(b, b0, a, a0, result.array(), 0);
    RowPacking.pack(result.array(), 0, rows, 1, c, c0, resultRow, columns, rows);
  }
}
