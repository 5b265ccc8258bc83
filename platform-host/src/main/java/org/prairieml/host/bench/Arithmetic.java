package org.prairieml.host.bench;

import org.prairieml.graph.Convolution;
import org.prairieml.graph.ConvolutionInputGradient;
import org.prairieml.graph.ConvolutionKernelGradient;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Counts the additions and multiplications of a program's matrix products and convolutions. */
final class Arithmetic {

  private Arithmetic() {}

  /** Returns 10^9 operations per run, as the program says it: an engine may find shortcuts. */
  static double gflop(Program program) {
    return program.order().stream().mapToDouble(Arithmetic::flop).sum() / 1e9;
  }

  private static double flop(Tensor node) {
    return switch (node.primitive()) {
      case MatMul product ->
          2.0
              * node.shape().size()
              * node.operand(0).shape().dimension(product.transposeFirst() ? -2 : -1);
      case Convolution _ -> convolution(node.operand(1).shape(), node.shape());
      case ConvolutionInputGradient _ ->
          convolution(node.operand(1).shape(), node.operand(0).shape());
      case ConvolutionKernelGradient _ -> convolution(node.shape(), node.operand(1).shape());
      default -> 0;
    };
  }

  /** The same for a convolution and its gradients; what meets padding is counted as well. */
  private static double convolution(Shape kernel, Shape result) {
    return 2.0 * result.size() * kernel.sizeBetween(0, kernel.rank() - 1);
  }
}
