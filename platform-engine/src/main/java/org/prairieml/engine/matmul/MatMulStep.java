package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Shape;

/** A batch of matrix products bound to memory. */
public final class MatMulStep implements Step {

  private final Block a;
  private final Block b;
  private final Block c;
  private final int batch;
  private final int rows;
  private final int columns;
  private final int depth;
  private final Product product;

  /** Binds a product. */
  public MatMulStep(MatMul operation, Block a, Block b, Block c, NumberFormat format) {
    this.a = a;
    this.b = b;
    this.c = c;
    Shape result = c.shape();
    this.batch = result.sizeBetween(0, result.rank() - 2);
    this.rows = result.dimension(-2);
    this.columns = result.dimension(-1);
    this.depth = a.shape().dimension(operation.transposeFirst() ? -2 : -1);
    this.product =
        new Product(
            format,
            rows,
            columns,
            depth,
            layout(operation.transposeFirst(), rows, depth),
            layout(operation.transposeSecond(), depth, columns),
            columns,
            false);
  }

  private static Product.Layout layout(boolean transposed, int rows, int columns) {
    return transposed ? new Product.Layout(1, rows) : new Product.Layout(columns, 1);
  }

  @Override
  public void run() {
    for (int i = 0; i < batch; i++) {
      product.run(
          a.elements().array(),
          a.offset() + i * rows * depth,
          b.elements().array(),
          b.offset() + i * depth * columns,
          c.elements().array(),
          c.offset() + i * rows * columns);
    }
  }
}
