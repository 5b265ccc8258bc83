package org.prairieml.graph;

import java.util.List;

/**
 * The operands one after another along an axis; they agree in every other dimension.
 *
 * @param axis the axis, not negative
 */
public record Concat(int axis) implements Primitive {

  @Override
  public String label() {
    return "concat";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    Shape frame = operands.getFirst().with(axis, 0);
    int total = 0;
    for (Shape operand : operands) {
      if (operand.rank() != frame.rank() || !operand.with(axis, 0).equals(frame)) {
        throw new GraphException("operands differ in an axis other than " + axis + ": " + operands);
      }
      total = Math.addExact(total, operand.dimension(axis));
    }
    return frame.with(axis, total);
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    int from = 0;
    for (int i = 0; i < operand; i++) {
      from += result.operand(i).shape().dimension(axis);
    }
    return cotangent.slice(axis, from, from + result.operand(operand).shape().dimension(axis));
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    int outer = node.shape().sizeBetween(0, axis);
    int position = 0;
    for (int block = 0; block < outer; block++) {
      for (double[] operand : operands) {
        int width = operand.length / outer;
        System.arraycopy(operand, block * width, result, position, width);
        position += width;
      }
    }
  }
}
