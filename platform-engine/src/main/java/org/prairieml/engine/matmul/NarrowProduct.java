package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;
import org.prairieml.engine.memory.Elements;

/**
 * A product of few columns, by way of its transpose: where the rows of the first operand are next
 * to each other, they fill vectors that the columns would leave mostly empty.
 */
final class NarrowProduct implements MatrixProduct {

  private static final Listener NOBODY = _ -> {};

  private final RowBlocks rows;
  private final int columns;
  private final int resultRow;
  private final Product transpose;
  private final Elements result;
  private final int start;

  /** Prepares a product; the first operand's layout has rows at a distance of 1. */
  NarrowProduct(
      NumberFormat format,
      RowBlocks rows,
      int columns,
      int depth,
      Layout a,
      Layout b,
      int resultRow) {
    this.rows = rows;
    this.columns = columns;
    this.resultRow = resultRow;
    int count = rows.rows();
    this.transpose =
        new Product(
            format,
            new RowBlocks(columns, Math.max(1, columns)),
            count,
            depth,
            b.transpose(),
            a.transpose(),
            count,
            false);
    this.start = Elements.start(format);
    this.result = Elements.allocate(format, start + count * columns);
  }

  @Override
  public void run(Object a, int a0, Object b, int b0, Object c, int c0, Listener listener) {
    transpose.run(b, b0, a, a0, result.array(), start, NOBODY);
    int count = rows.rows();
    RowPacking.pack(result.array(), start, count, 1, c, c0, resultRow, columns, count);
    for (int block = 0; block < rows.count(); block++) {
      listener.finished(block);
    }
  }
}
