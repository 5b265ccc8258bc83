package org.prairieml.graph;

import java.util.List;

/**
 * One operation of the closed set from which every graph is made.
 *
 * <p>A primitive states in one place its name, its shape rule, its gradient as primitives, and its
 * plain meaning in float64. Every value is a real number: truth is 1 or 0, an index is a whole
 * number. Engines implement primitives by a {@code switch} over this sealed hierarchy; whatever can
 * be composed of primitives is composed.
 */
public sealed interface Primitive
    permits Placeholder,
        Constant,
        UniformRandom,
        Unary,
        ScaledBessel,
        StopGradient,
        Binary,
        Select,
        Broadcast,
        Reshape,
        Permute,
        Slice,
        Pad,
        Concat,
        Gather,
        ScatterAdd,
        ReduceSum,
        ReduceMax,
        ArgMax,
        MatMul,
        Convolution,
        ConvolutionInputGradient,
        ConvolutionKernelGradient {

  /** Returns the name, as printed programs and errors show it. */
  String label();

  /**
   * Returns the shape of the result for operands of these shapes.
   *
   * @throws GraphException if the shapes do not fit; the message states the rule
   */
  Shape shape(List<Shape> operands);

  /**
   * Returns whether a gradient flows to an operand. It does not to conditions, indices and
   * counters, nor through steps such as {@code sign}, whose derivative is taken as zero everywhere.
   */
  default boolean differentiable(int operand) {
    return true;
  }

  /**
   * Returns the vector-Jacobian product for one operand, built of primitives.
   *
   * @param operand which operand, counted from 0; must be {@link #differentiable(int)}
   * @param result the tensor that this primitive made; its operands are {@link Tensor#operands()}
   * @param cotangent the gradient of some scalar with respect to {@code result}, of its shape
   * @return the gradient with respect to the operand, of the operand's shape
   */
  Tensor gradient(int operand, Tensor result, Tensor cotangent);

  /**
   * Computes the result in plain float64 loops: the definition that engines are judged by.
   *
   * @param node the tensor that this primitive made, for the shapes of result and operands
   * @param operands the operands' elements, row-major
   * @param result receives every element of the result, row-major
   */
  void evaluate(Tensor node, double[][] operands, double[] result);
}
