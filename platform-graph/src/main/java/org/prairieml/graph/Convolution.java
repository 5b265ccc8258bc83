package org.prairieml.graph;

import java.util.Arrays;
import java.util.List;

/**
 * The cross-correlation of an input with a kernel over 1 to 3 spatial axes, which deep learning
 * calls convolution: the kernel is not reversed.
 *
 * <p>Operands: the input [batch, spatial..., channels] and the kernel [spatial..., channels /
 * groups, outChannels]. The result is [batch, spatial..., outChannels] with spatial dimensions by
 * {@link ConvolutionGeometry}. For one spatial axis and one group
 *
 * <pre>{@code
 * y[b, o, d] = sum over t, c of x[b, o * stride - before + t * dilation, c] * kernel[t, c, d]
 * }</pre>
 *
 * <p>where a term that reads padding is left out, even if the kernel is not finite there. Batch and
 * channels may be 0.
 *
 * <p>The shape rule refuses operands whose rank is not the number of spatial axes plus 2, channels
 * that do not fall into the groups, a kernel for another number of channels, and a kernel that is
 * empty or reaches further than the padded input.
 *
 * <p>It is linear in each operand. {@link ConvolutionInputGradient} and {@link
 * ConvolutionKernelGradient} are its two adjoints, and the three are closed under differentiation.
 *
 * @param geometry stride, padding, dilation, groups
 */
public record Convolution(ConvolutionGeometry geometry) implements Primitive {

  @Override
  public String label() {
    return "convolution";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return ConvolutionShapes.output(geometry, operands.get(0), operands.get(1));
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Tensor x = result.operand(0);
    Tensor kernel = result.operand(1);
    return operand == 0
        ? Tensor.apply(new ConvolutionInputGradient(geometry, x.shape()), cotangent, kernel)
        : Tensor.apply(new ConvolutionKernelGradient(geometry, kernel.shape()), x, cotangent);
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    double[] x = operands[0];
    double[] kernel = operands[1];
    Arrays.fill(result, 0);
    ConvolutionLoop.walk(
        geometry,
        node.operand(0).shape(),
        node.operand(1).shape(),
        node.shape(),
        (xAt, kernelAt, yAt, n) -> {
          for (int i = 0; i < n; i++) {
            result[yAt + i] += x[xAt] * kernel[kernelAt + i];
          }
        });
  }
}
