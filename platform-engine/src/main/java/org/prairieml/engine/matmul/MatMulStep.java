package org.prairieml.engine.matmul;

import java.util.List;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.parallel.Parts;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.Epilogue;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** A batch of matrix products bound to memory. */
public final class MatMulStep implements Step {

  /** Multiplications below which a product stays on one thread: some ten microseconds. */
  private static final long SMALLEST_SHARED = 1 << 20;

  /** A thin product waits for memory: an element counts as so many multiplications. */
  private static final int PRODUCTS_PER_ELEMENT = 8;

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
  private final Epilogue epilogue;
  private final Team team;
  private final Parts work;
  private final Part[] parts;

  /**
   * Blocks of rows that one thread multiplies.
   *
   * @param from the first row
   * @param product the product of these rows
   * @param listener hands finished blocks on
   */
  private record Part(int from, MatrixProduct product, MatrixProduct.Listener listener) {}

  /**
   * Binds a product; large ones are split over the team by rows, each with the same bits.
   *
   * @param node the product
   * @param operands the memory of its operands
   * @param c the memory of the result
   * @param epilogue what takes up the result's blocks; for a batch {@link Epilogue#NONE}
   */
  public MatMulStep(
      Tensor node,
      List<Block> operands,
      Block c,
      NumberFormat format,
      Team team,
      Epilogue epilogue) {
    MatMul operation = (MatMul) node.primitive();
    this.a = operands.get(0);
    this.b = operands.get(1);
    this.c = c;
    Shape result = c.shape();
    this.batch = result.sizeBetween(0, result.rank() - 2);
    this.rows = result.dimension(-2);
    this.columns = result.dimension(-1);
    this.depth = depth(node);
    this.team = team;
    this.epilogue = epilogue;
    Layout first = layout(operation.transposeFirst(), rows, depth);
    Layout second = layout(operation.transposeSecond(), depth, columns);
    this.aRow = first.row();
    RowBlocks blocks = blocks(node);
    RowBlocks shares = shares(blocks);
    this.parts = new Part[shares.count()];
    for (int i = 0; i < parts.length; i++) {
      int from = shares.from(i);
      RowBlocks own = new RowBlocks(shares.rows(i), blocks.step());
      int block = from / blocks.step();
      parts[i] =
          new Part(
              from,
              MatrixProduct.of(format, own, columns, depth, first, second, columns, false),
              finished -> epilogue.block(block + finished));
    }
    this.work = this::multiply;
  }

  /** Cuts the rows for the team: between blocks if there are several, else anywhere. */
  private RowBlocks shares(RowBlocks blocks) {
    long elements = (long) rows * columns + (long) depth * (rows + columns);
    long work = (long) rows * columns * depth + PRODUCTS_PER_ELEMENT * elements;
    int wanted = work > SMALLEST_SHARED ? Math.clamp(rows / SMALLEST_ROWS, 1, team.size()) : 1;
    int unit = blocks.count() > 1 ? blocks.step() : 1;
    int each = Math.ceilDiv(Math.ceilDiv(Math.max(1, rows), unit), wanted);
    return new RowBlocks(rows, each * unit);
  }

  /** Returns the blocks of rows in which a product is finished, one after another. */
  public static RowBlocks blocks(Tensor node) {
    return RowBlocks.of(node.shape().dimension(-2), node.shape().dimension(-1));
  }

  private static int depth(Tensor node) {
    boolean transposed = ((MatMul) node.primitive()).transposeFirst();
    return node.operand(0).shape().dimension(transposed ? -2 : -1);
  }

  private static Layout layout(boolean transposed, int rows, int columns) {
    return transposed ? new Layout(1, rows) : new Layout(columns, 1);
  }

  @Override
  public void run() {
    epilogue.start();
    team.run(work, parts.length);
    epilogue.finish();
  }

  private void multiply(int index) {
    Part part = parts[index];
    for (int i = 0; i < batch; i++) {
      part.product.run(
          a.elements().array(),
          a.offset() + i * rows * depth + part.from * aRow,
          b.elements().array(),
          b.offset() + i * depth * columns,
          c.elements().array(),
          c.offset() + (i * rows + part.from) * columns,
          part.listener);
    }
  }
}
