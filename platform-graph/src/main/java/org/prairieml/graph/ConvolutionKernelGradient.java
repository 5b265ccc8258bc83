package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The adjoint of {@link Convolution} towards its kernel: every element of the result collects the
 * products of the input's elements that it met and the cotangents of the outputs that it served,
 * over all places and the whole batch.
 *
 * <p>Operands: the input [batch, spatial..., channels], and the cotangent [batch, spatial...,
 * outChannels], of the shape that the input and a kernel would make. The result is shaped as the
 * kernel; it is 0 for an empty batch.
 *
 * <p>The shape rule refuses what {@link Convolution} refuses, and a cotangent of another shape.
 *
 * @param geometry that of the convolution
 * @param kernelShape the shape [spatial..., channels / groups, outChannels] of the convolution's
 *     kernel; the cotangent does not tell it where a stride is above 1
 */
public record ConvolutionKernelGradient(ConvolutionGeometry geometry, Shape kernelShape)
    implements Primitive {

  @Override
  public String label() {
    return "convolution_kernel_gradient";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    ConvolutionShapes.requireCotangent(geometry, operands.get(0), kernelShape, operands.get(1));
    return kernelShape;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Tensor x = result.operand(0);
    Tensor outer = result.operand(1);
    return operand == 0
        ? Tensor.apply(new ConvolutionInputGradient(geometry, x.shape()), outer, cotangent)
        : x.convolve(cotangent, geometry);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    double[] x = operands[0];
    double[] cotangent = operands[1];
    Arrays.fill(result, 0);
    ConvolutionLoop.walk(
        geometry,
        node.operand(0).shape(),
        kernelShape,
        node.operand(1).shape(),
        (xAt, kernelAt, yAt, n) -> {
          for (int i = 0; i < n; i++) {
            result[kernelAt + i] += x[xAt] * cotangent[yAt + i];
          }
        });
  }
}
