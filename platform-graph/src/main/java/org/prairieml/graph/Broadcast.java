package org.prairieml.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The operand repeated to a larger shape by NumPy's rule: axes are aligned at the end, a missing
 * axis or one of dimension 1 repeats.
 *
 * @param target the shape of the result
 */
public record Broadcast(Shape target) implements Primitive {

  @Override
  public String label() {
    return "broadcast";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    if (!fits(operands.getFirst())) {
      throw new GraphException("cannot repeat " + operands.getFirst() + " to " + target);
    }
    return target;
  }

  private boolean fits(Shape source) {
    int lead = target.rank() - source.rank();
    return lead >= 0
        && IntStream.range(0, source.rank())
            .allMatch(axis ->
                source.dimension(axis) == 1
                    || source.dimension(axis) == target.dimension(lead + axis));
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Shape source = result.operand(0).shape();
    return cotangent.sum(repeatedAxes(source)).reshape(source);
  }

  private int[] repeatedAxes(Shape source) {
    int lead = target.rank() - source.rank();
    return IntStream.range(0, target.rank())
        .filter(axis ->
            axis < lead || source.dimension(axis - lead) == 1 && target.dimension(axis) != 1)
        .toArray();
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    StridedLoop.copy(
        target,
        new StridedLoop.View(0, strides(node.operand(0).shape())),
        operands[0],
        StridedLoop.dense(target),
        result);
  }

  /** Returns the operand's stride along every axis of the result: 0 where it repeats. */
  private int[] strides(Shape source) {
    int lead = target.rank() - source.rank();
    int[] dense = source.strides();
    return IntStream.range(0, target.rank())
        .map(axis -> axis < lead || source.dimension(axis - lead) == 1 ? 0 : dense[axis - lead])
        .toArray();
  }
}
