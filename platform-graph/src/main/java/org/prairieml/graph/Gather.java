package org.prairieml.graph;

import java.util.List;

/**
 * The operand's slices at given indices of an axis.
 *
 * <p>Operands: the source, and indices of any shape, whole numbers. The axis is replaced by the
 * indices' axes. An index outside the axis is moved to its nearest end, a NaN to 0, so that no
 * engine reads where it must not; check indices that come from a user before.
 *
 * @param axis the axis of the source, not negative
 */
public record Gather(int axis) implements Primitive {

  @Override
  public String label() {
    return "gather";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape source = operands.get(0);
    Shape indices = operands.get(1);
    if (source.dimension(axis) == 0 && indices.size() > 0) {
      throw new GraphException("axis " + axis + " of " + source + " is empty");
    }
    Shape result = source.remove(axis);
    int at = axis;
    for (int dimension : indices.dimensions()) {
      result = result.insert(at++, dimension);
    }
    return result;
  }

  @Override
  public boolean differentiable(int operand) {
    return operand == 0;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    int size = result.operand(0).shape().dimension(axis);
    return cotangent.scatterAdd(axis, result.operand(1), size);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Shape source = node.operand(0).shape();
    int outer = source.sizeBetween(0, axis);
    int inner = source.sizeBetween(axis + 1, source.rank());
    int size = source.dimension(axis);
    int position = 0;
    for (int block = 0; block < outer; block++) {
      for (double index : operands[1]) {
        int from = (block * size + clamp(index, size)) * inner;
        System.arraycopy(operands[0], from, result, position, inner);
        position += inner;
      }
    }
  }

  static int clamp(double index, int size) {
    return Math.clamp((long) index, 0, size - 1);
  }
}
