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
    Shape result = a.with(-2, inner(a, transposeFirst)).with(-1, inner(b, !transposeSecond));
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
    int m = node.shape().dimension(-2);
    int n = node.shape().dimension(-1);
    int k = inner(node.operand(0).shape(), !transposeFirst);
    for (int batch = 0; batch < node.shape().sizeBetween(0, node.shape().rank() - 2); batch++) {
      Rows a = Rows.of(operands[0], batch * m * k, m, k, transposeFirst);
      Rows b = Rows.of(operands[1], batch * k * n, n, k, !transposeSecond);
      for (int i = 0; i < m; i++) {
        multiplyRow(a, i * k, b, k, result, (batch * m + i) * n, n);
      }
    }
  }

  /** A matrix with the inner axis last, so that products run over neighbors. */
  private record Rows(double[] elements, int from) {

    static Rows of(double[] elements, int from, int rows, int k, boolean transposed) {
      return transposed
          ? new Rows(transpose(elements, from, rows, k), 0)
          : new Rows(elements, from);
    }

    private static double[] transpose(double[] elements, int from, int rows, int k) {
      double[] result = new double[rows * k];
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < rows; i++) {
          result[i * k + j] = elements[from + j * rows + i];
        }
      }
      return result;
    }
  }

  /** Four columns at a time: their sums do not wait for each other. */
  private static void multiplyRow(
      Rows a, int offset, Rows b, int k, double[] result, int to, int n) {
    double[] rows = a.elements;
    double[] columns = b.elements;
    int row = a.from + offset;
    int j = 0;
    for (; j + 4 <= n; j += 4) {
      double sum0 = 0;
      double sum1 = 0;
      double sum2 = 0;
      double sum3 = 0;
      int column = b.from + j * k;
      for (int l = 0; l < k; l++) {
        double factor = rows[row + l];
        sum0 += factor * columns[column + l];
        sum1 += factor * columns[column + k + l];
        sum2 += factor * columns[column + 2 * k + l];
        sum3 += factor * columns[column + 3 * k + l];
      }
      result[to + j] = sum0;
      result[to + j + 1] = sum1;
      result[to + j + 2] = sum2;
      result[to + j + 3] = sum3;
    }
    for (; j < n; j++) {
      double sum = 0;
      for (int l = 0; l < k; l++) {
        sum += rows[row + l] * columns[b.from + j * k + l];
      }
      result[to + j] = sum;
    }
  }
}
