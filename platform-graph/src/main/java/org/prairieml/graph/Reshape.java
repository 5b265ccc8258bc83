package org.prairieml.graph;

import java.util.List;

/**
 * The same elements in row-major order under another shape.
 *
 * @param target the shape of the result, of the operand's size
 */
public record Reshape(Shape target) implements Primitive {

  @Override
  public String label() {
    return "reshape";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    if (operands.getFirst().size() != target.size()) {
      throw new GraphException(
          "sizes differ: "
              + operands.getFirst()
              + " has "
              + operands.getFirst().size()
              + " elements, "
              + target
              + " has "
              + target.size());
    }
    return target;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    return cotangent.reshape(result.operand(0).shape());
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    System.arraycopy(operands[0], 0, result, 0, result.length);
  }
}
