package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The matrix product over the last two axes, for every index of the leading (batch) axes, which
 * both operands share.
 *
 * @param transposeFirst whether the first operand's last two axes are swapped before
 * @param transposeSecond whether the second operand's last two axes are swapped before
 */
public record MatMul(boolean transposeFirst, boolean transposeSecond) implements Primitive {

  @Override
  public String label() {
    return "matmul";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape a = operands.get(0);
    Shape b = operands.get(1);
    if (a.rank() < 2 || a.rank() != b.rank()) {
      throw new GraphException("needs two operands of one rank, at least 2: " + a + " x " + b);
    }
    if (inner(a, !transposeFirst) != inner(b, transposeSecond)) {
      throw new GraphException("inner dimensions differ: " + this.describe(a, b));
    }
    Shape result =
        a.with(-2, inner(a, transposeFirst)).with(-1, inner(b, !transposeSecond));
    if (!Arrays.equals(batch(a), batch(b))) {
      throw new GraphException("batch dimensions differ: " + this.describe(a, b));
    }
    return result;
  }

  private String describe(Shape a, Shape b) {
    return a + (transposeFirst ? "^T" : "") + " x " + b + (transposeSecond ? "^T" : "");
  }

  private static int inner(Shape shape, boolean lastAxis) {
    return shape.dimension(lastAxis ? -1 : -2);
  }

  private static int[] batch(Shape shape) {
    return Arrays.copyOf(shape.dimensions(), shape.rank() - 2);
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    return operand == 0
        ? firstGradient(result.operand(1), cotangent)
        : secondGradient(result.operand(0), cotangent);
  }

  private Tensor firstGradient(Tensor b, Tensor g) {
    return transposeFirst
        ? Tensor.apply(new MatMul(transposeSecond, true), b, g)
        : Tensor.apply(new MatMul(false, !transposeSecond), g, b);
  }

  private Tensor secondGradient(Tensor a, Tensor g) {
    return transposeSecond
        ? Tensor.apply(new MatMul(true, transposeFirst), g, a)
        : Tensor.apply(new MatMul(!transposeFirst, false), a, g);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Shape a = node.operand(0).shape();
    int m = node.shape().dimension(-2);
    int n = node.shape().dimension(-1);
    int k = inner(a, !transposeFirst);
    Arrays.fill(result, 0);
    for (int batch = 0; batch < node.shape().sizeBetween(0, a.rank() - 2); batch++) {
      multiply(operands, batch, m, n, k, result);
    }
  }

  /** Row by row of the result, so that the innermost loop runs over neighbours. */
  private void multiply(double[][] operands, int batch, int m, int n, int k, double[] result) {
    double[] a = operands[0];
    double[] b = transposeSecond ? transposed(operands[1], batch * k * n, n, k) : operands[1];
    int firstRow = transposeSecond ? 0 : batch * k * n;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < k; j++) {
        int at = batch * m * k + (transposeFirst ? j * m + i : i * k + j);
        addScaled(a[at], b, firstRow + j * n, result, (batch * m + i) * n, n);
      }
    }
  }

  /** Returns a matrix of so many rows and columns, transposed. */
  private static double[] transposed(double[] elements, int from, int rows, int columns) {
    double[] result = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j * rows + i] = elements[from + i * columns + j];
      }
    }
    return result;
  }

  private static void addScaled(
      double factor, double[] row, int from, double[] result, int to, int n) {
    for (int j = 0; j < n; j++) {
      result[to + j] += factor * row[from + j];
    }
  }
}
