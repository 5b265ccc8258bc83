package org.prairieml.engine.matmul;

import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.parallel.Parts;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Shape;

/** A batch of matrix products bound to memory. */
public final class MatMulStep implements Step {

  /** Multiplications below which a product stays on one thread: some ten microseconds. */
  private static final long SMALLEST_SHARED = 1 << 20;

  /** Rows that a thread has at least, so that packing the second operand pays. */
  private static final int SMALLEST_ROWS = 24;

  private final Block a;
  private final Block b;
  private final Block c;
  private final int batch;
  private final int rows;
  private final int columns;
  private final int depth;
  private final int aRow;
  private final int step;
  private final MatrixProduct[] products;
  private final Team team;
  private final Parts work;

  /** Binds a product; large ones are split over the team by rows, each with the same bits. */
  public MatMulStep(MatMul operation, Block a, Block b, Block c, NumberFormat format, Team team) {
    this.a = a;
    this.b = b;
    this.c = c;
    Shape result = c.shape();
    this.batch = result.sizeBetween(0, result.rank() - 2);
    this.rows = result.dimension(-2);
    this.columns = result.dimension(-1);
    this.depth = a.shape().dimension(operation.transposeFirst() ? -2 : -1);
    this.team = team;
    Product.Layout first = layout(operation.transposeFirst(), rows, depth);
    Product.Layout second = layout(operation.transposeSecond(), depth, columns);
    this.aRow = first.row();
    boolean large = (long) rows * columns * depth > SMALLEST_SHARED;
    int parts = large ? Math.clamp(rows / SMALLEST_ROWS, 1, team.size()) : 1;
    this.step = Math.max(1, Math.ceilDiv(rows, parts));
    this.products = new MatrixProduct[Math.ceilDiv(Math.max(1, rows), step)];
    for (int i = 0; i < products.length; i++) {
      int count = Math.min(step, rows - i * step);
      products[i] = MatrixProduct.of(format, count, columns, depth, first, second, columns, false);
    }
    this.work = this::multiply;
  }

  private static Product.Layout layout(boolean transposed, int rows, int columns) {
    return transposed ? new Product.Layout(1, rows) : new Product.Layout(columns, 1);
  }

  @Override
  public void run() {
    team.run(work, products.length);
  }

  private void multiply(int part) {
    int from = part * step;
    for (int i = 0; i < batch; i++) {
      products[part].run(
          a.elements().array(),
          a.offset() + i * rows * depth + from * aRow,
          b.elements().array(),
          b.offset() + i * depth * columns,
          c.elements().array(),
          c.offset() + (i * rows + from) * columns);
    }
  }
}
