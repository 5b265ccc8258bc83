package org.prairieml.graph;

import java.util.List;

/**
 * The maximum over axes, which disappear from the shape; negative infinity over an empty axis.
 *
 * <p>Subgradient: elements that tie for the maximum share the cotangent evenly.
 *
 * @param axes the axes, not negative, each once
 */
public record ReduceMax(List<Integer> axes) implements Primitive {

  @Override
  public String label() {
    return "max";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return Reduction.shape(operands.getFirst(), axes);
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Tensor source = result.operand(0);
    Shape kept = Reduction.keptShape(source.shape(), axes);
    Tensor winners = source.equalTo(result.reshape(kept));
    Tensor share = cotangent.div(winners.sum(axes.stream().mapToInt(axis -> axis).toArray()));
    return winners.mul(share.reshape(kept));
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    Reduction.fold(
        node.operand(0).shape(), axes, Double.NEGATIVE_INFINITY, Math::max, operands[0], result);
  }
}
