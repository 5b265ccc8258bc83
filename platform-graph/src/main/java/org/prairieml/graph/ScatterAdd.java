package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The sum of slices at given indices of an axis; the adjoint of {@link Gather}.
 *
 * <p>Operands: the slices, shaped as {@code Gather} would return them, and the indices. An index
 * that occurs twice adds twice. An index outside the axis is moved to its nearest end.
 *
 * @param axis the axis of the result, not negative
 * @param size the dimension of that axis
 */
public record ScatterAdd(int axis, int size) implements Primitive {

  @Override
  public String label() {
    return "scatter_add";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape slices = operands.get(0);
    Shape indices = operands.get(1);
    if (axis < 0
        || axis + indices.rank() > slices.rank()
        || size < 0
        || size == 0 && indices.size() > 0) {
      throw new GraphException(
          "axis %d of size %d does not fit slices %s by indices %s"
              .formatted(axis, size, slices, indices));
    }
    Shape result = slices;
    for (int i = 0; i < indices.rank(); i++) {
      if (result.rank() <= axis || result.dimension(axis) != indices.dimension(i)) {
        throw new GraphException("slices " + slices + " do not fit indices " + indices);
      }
      result = result.remove(axis);
    }
    return result.insert(axis, size);
  }

  @Override
  public boolean differentiable(int operand) {
    return operand == 0;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    return cotangent.gather(axis, result.operand(1));
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Arrays.fill(result, 0);
    int outer = node.shape().sizeBetween(0, axis);
    int inner = node.shape().sizeBetween(axis + 1, node.shape().rank());
    int position = 0;
    for (int block = 0; block < outer; block++) {
      for (double index : operands[1]) {
        int to = (block * size + Gather.clamp(index, size)) * inner;
        for (int i = 0; i < inner; i++) {
          result[to + i] += operands[0][position++];
        }
      }
    }
  }
}
