package org.prairieml.graph;

import java.util.List;

/**
 * The sum over axes, which disappear from the shape; 0 over an empty axis.
 *
 * @param axes the axes, not negative, each once
 */
public record ReduceSum(List<Integer> axes) implements Primitive {

  @Override
  public String label() {
    return "sum";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return Reduction.shape(operands.getFirst(), axes);
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Shape source = result.operand(0).shape();
    return cotangent.reshape(Reduction.keptShape(source, axes)).broadcast(source);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Reduction.fold(node.operand(0).shape(), axes, 0, Double::sum, operands[0], result);
  }
}
