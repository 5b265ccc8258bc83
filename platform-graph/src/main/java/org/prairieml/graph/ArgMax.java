package org.prairieml.graph;

import java.util.List;

/**
 * The index of the largest element along an axis, which disappears from the shape; the first of
 * those that tie. A NaN counts as larger than everything.
 *
 * @param axis the axis, not negative
 */
public record ArgMax(int axis) implements Primitive {

  @Override
  public String label() {
    return "argmax";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape source = operands.getFirst();
    if (source.dimension(axis) == 0) {
      throw new GraphException("axis " + axis + " of " + source + " is empty");
    }
    return source.remove(axis);
  }

  @Override
  public boolean differentiable(int operand) {
    return false;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    throw new IllegalStateException("No gradient flows through argmax.");
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Shape source = node.operand(0).shape();
    int inner = source.sizeBetween(axis + 1, source.rank());
    int size = source.dimension(axis);
    for (int i = 0; i < result.length; i++) {
      int from = i / inner * size * inner + i % inner;
      result[i] = largest(operands[0], from, size, inner);
    }
  }

  private static int largest(double[] values, int from, int size, int stride) {
    int best = 0;
    for (int i = 1; i < size; i++) {
      if (Double.compare(values[from + i * stride], values[from + best * stride]) > 0) {
        best = i;
      }
    }
    return best;
  }
}
