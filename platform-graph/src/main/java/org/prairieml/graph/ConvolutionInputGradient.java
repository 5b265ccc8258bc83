package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The adjoint of {@link Convolution} towards its input: every element of the result collects the
 * cotangents of the outputs that read it, each times the kernel's element that it met.
 *
 * <p>Operands: the cotangent [batch, spatial..., outChannels], of the shape that an input and the
 * kernel would make, and the kernel [spatial..., channels / groups, outChannels]. The result is
 * shaped as the input; elements that no output read are 0. Used as a layer it is known as
 * transposed convolution (Dumoulin and Visin 2016, Section 4).
 *
 * <p>The shape rule refuses what {@link Convolution} refuses, and a cotangent of another shape.
 *
 * @param geometry that of the convolution
 * @param inputShape the shape [batch, spatial..., channels] of the convolution's input; the
 *     cotangent does not tell it where a stride is above 1
 */
public record ConvolutionInputGradient(ConvolutionGeometry geometry, Shape inputShape)
    implements Primitive {

  @Override
  public String label() {
    return "convolution_input_gradient";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    ConvolutionShapes.requireCotangent(geometry, inputShape, operands.get(1), operands.get(0));
    return inputShape;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Tensor outer = result.operand(0);
    Tensor kernel = result.operand(1);
    return operand == 0
        ? cotangent.convolve(kernel, geometry)
        : Tensor.apply(new ConvolutionKernelGradient(geometry, kernel.shape()), cotangent, outer);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    double[] cotangent = operands[0];
    double[] kernel = operands[1];
    Arrays.fill(result, 0);
    ConvolutionLoop.walk(
        geometry,
        inputShape,
        node.operand(1).shape(),
        node.operand(0).shape(),
        (xAt, kernelAt, yAt, n) -> {
          double sum = 0;
          for (int i = 0; i < n; i++) {
            sum += cotangent[yAt + i] * kernel[kernelAt + i];
          }
          result[xAt] += sum;
        });
  }
}
