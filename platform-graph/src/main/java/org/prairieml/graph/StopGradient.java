package org.prairieml.graph;

import java.util.List;

/** The operand, through which no gradient flows. */
public record StopGradient() implements Primitive {

  @Override
  public String label() {
    return "stop_gradient";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.getFirst();
  }

  @Override
  public boolean differentiable(int operand) {
    return false;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    throw new IllegalStateException("No gradient flows through stop_gradient.");
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    System.arraycopy(operands[0], 0, result, 0, result.length);
  }
}
