package org.prairieml.graph;

import java.util.List;

/**
 * Fixed numbers.
 *
 * @param value the shape and elements
 */
public record Constant(NdArray value) implements Primitive {

  @Override
  public String label() {
    return value.size() == 1 ? Double.toString(value.values()[0]) : "constant";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return value.shape();
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    throw new IllegalStateException("A constant has no operands.");
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    System.arraycopy(value.values(), 0, result, 0, result.length);
  }
}
