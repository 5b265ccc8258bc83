package org.prairieml.graph;

import java.util.List;

/**
 * Elementwise choice: the second operand where the first is not 0, else the third.
 *
 * <p>The gradient of the branch that is not chosen is 0, not 0 times its value.
 */
public record Select() implements Primitive {

  @Override
  public String label() {
    return "select";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    if (operands.stream().distinct().count() != 1) {
      throw new GraphException("operands differ in shape: " + operands);
    }
    return operands.getFirst();
  }

  @Override
  public boolean differentiable(int operand) {
    return operand > 0;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Tensor condition = result.operand(0);
    return operand == 1 ? condition.select(cotangent, 0) : condition.select(0, cotangent);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = operands[operands[0][i] != 0 ? 1 : 2][i];
    }
  }
}
