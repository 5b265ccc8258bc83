package org.prairieml.engine.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Elements;

/**
 * A product with random operands, and its definition.
 *
 * <p>Operands and result start somewhere in their memory; what is left of it around them is NaN, so
 * that it shows if it is used or changed.
 */
final class ProductCase {

  private final NumberFormat format;
  private final RowBlocks blocks;
  private final int columns;
  private final int depth;
  private final boolean accumulate;
  private final Matrix a;
  private final Matrix b;
  private final Matrix c;

  /** A matrix in a larger block. */
  private record Matrix(Elements block, int offset, int rows, int columns, Product.Layout layout) {

    static Matrix random(
        SplittableRandom random, NumberFormat format, int rows, int columns, boolean transposed) {
      int gap = random.nextInt(3);
      int length = Math.max(1, (transposed ? rows : columns) + gap);
      Product.Layout layout =
          transposed ? new Product.Layout(1, length) : new Product.Layout(length, 1);
      int offset = random.nextInt(5);
      int size = offset + length * (transposed ? columns : rows) + gap;
      Elements block = Elements.allocate(format, size);
      block.fill(0, size, Double.NaN);
      Matrix matrix = new Matrix(block, offset, rows, columns, layout);
      for (int i = 0; i < rows * columns; i++) {
        block.set(matrix.position(i / columns, i % columns), random.nextDouble(-1, 1));
      }
      return matrix;
    }

    int position(int row, int column) {
      return offset + row * layout.row() + column * layout.column();
    }

    double get(int row, int column) {
      return block.get(position(row, column));
    }

    double[] values() {
      double[] values = new double[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = get(i / columns, i % columns);
      }
      return values;
    }

    long notNumbers() {
      double[] all = new double[block.size()];
      block.read(0, all);
      return Arrays.stream(all).filter(Double::isNaN).count();
    }
  }

  ProductCase(
      SplittableRandom random,
      NumberFormat format,
      int rows,
      int columns,
      int depth,
      boolean firstTransposed,
      boolean secondTransposed,
      boolean accumulate) {
    this.format = format;
    this.blocks = new RowBlocks(rows, 1 + random.nextInt(Math.max(1, rows)));
    this.columns = columns;
    this.depth = depth;
    this.accumulate = accumulate;
    this.a = Matrix.random(random, format, rows, depth, firstTransposed);
    this.b = Matrix.random(random, format, depth, columns, secondTransposed);
    this.c = Matrix.random(random, format, rows, columns, false);
  }

  static ProductCase random(
      SplittableRandom random, NumberFormat format, int rows, int columns, int depth) {
    return new ProductCase(
        random,
        format,
        rows,
        columns,
        depth,
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean());
  }

  void setFirst(int row, int column, double value) {
    a.block.set(a.position(row, column), value);
  }

  double[] result() {
    return c.values();
  }

  double[] run() {
    MatrixProduct product =
        MatrixProduct.of(
            format, blocks, columns, depth, a.layout, b.layout, c.layout.row(), accumulate);
    List<Integer> finished = new ArrayList<>();
    product.run(
        a.block.array(),
        a.offset,
        b.block.array(),
        b.offset,
        c.block.array(),
        c.offset,
        finished::add);
    assertThat(finished)
        .containsExactlyElementsOf(IntStream.range(0, blocks.count()).boxed().toList());
    return result();
  }

  /**
   * Multiplies and compares.
   *
   * <p>A sum of k products in any order, and of its start value, differs from the exact one by at
   * most gamma(k + 1) times the sum of absolute values, gamma(n) = n u / (1 - n u) (N. J. Higham,
   * Accuracy and Stability of Numerical Algorithms, 2002, section 3.1); here both sides are such.
   */
  void check() {
    double[] before = result();
    long untouched = c.notNumbers();
    double[] actual = run();
    double unit = Math.scalb(1.0, -1 - format.significandBits());
    double gamma = (depth + 1) * unit / (1 - (depth + 1) * unit);
    double[] first = a.values();
    double[] second = b.values();
    for (int i = 0; i < actual.length; i++) {
      double exact = accumulate ? before[i] : 0;
      double size = Math.abs(exact);
      for (int k = 0; k < depth; k++) {
        double term = first[i / columns * depth + k] * second[k * columns + i % columns];
        exact += term;
        size += Math.abs(term);
      }
      if (!(Math.abs(actual[i] - exact) <= 2 * gamma * size)) {
        Assertions.fail("%s, element %d: found %s, not %s", this, i, actual[i], exact);
      }
    }
    assertThat(c.notNumbers()).as("what surrounds the result of %s", this).isEqualTo(untouched);
  }

  @Override
  public String toString() {
    return "%d by %d by %d, %s, %s, %s, %s"
        .formatted(blocks.rows(), columns, depth, format, a.layout, b.layout, accumulate);
  }
}
