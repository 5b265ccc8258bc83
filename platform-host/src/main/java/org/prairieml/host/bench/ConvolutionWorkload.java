package org.prairieml.host.bench;

import java.util.List;
import java.util.Map;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * One convolution of square images, 3 x 3 with padding 1, and its gradients towards images and
 * kernel from a given cotangent.
 *
 * @param batch the number of images
 * @param size the height and the width of an image
 * @param channels the number of channels before and after, which come last
 */
record ConvolutionWorkload(int batch, int size, int channels) implements Workload {

  private static final int KERNEL = 3;
  private static final ConvolutionGeometry GEOMETRY = ConvolutionGeometry.of(2).withPadding(1, 1);
  private static final String KERNEL_GRADIENT = "kernel_gradient";

  @Override
  public String name() {
    return "conv";
  }

  @Override
  public String describe() {
    return "a convolution 3 x 3, %d to %d channels, of %d images %d x %d, and both gradients"
        .formatted(channels, channels, batch, size, size);
  }

  @Override
  public BenchStep prepare(Engine engine, CompileSettings settings) {
    return new ProgramStep(engine.compile(program(), settings), KERNEL_GRADIENT, this::inputs);
  }

  private Program program() {
    Program.Builder builder = Program.builder("convolution");
    Tensor x = builder.input("x", images());
    Tensor kernel = builder.input("kernel", kernel());
    Tensor cotangent = builder.input("cotangent", images());
    Tensor y = x.convolve(kernel, GEOMETRY);
    List<Tensor> gradients =
        Gradients.vectorJacobian(List.of(y), List.of(cotangent), List.of(x, kernel));
    return builder
        .output("y", y)
        .output("x_gradient", gradients.get(0))
        .output(KERNEL_GRADIENT, gradients.get(1))
        .build();
  }

  private Map<String, NdArray> inputs() {
    return Map.of(
        "x", BenchData.normal("conv/x", images()),
        "kernel", BenchData.normal("conv/kernel", kernel()),
        "cotangent", BenchData.normal("conv/cotangent", images()));
  }

  private Shape images() {
    return Shape.of(batch, size, size, channels);
  }

  private Shape kernel() {
    return Shape.of(KERNEL, KERNEL, channels, channels);
  }
}
