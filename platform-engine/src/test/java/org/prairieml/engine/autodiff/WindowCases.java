package org.prairieml.engine.autodiff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.Pooling;
import org.prairieml.graph.PoolingWindow;
import org.prairieml.graph.Tensor;

/**
 * The convolutions and poolings of {@code autodiff.json}, whose channels stand after the batch and
 * whose kernels begin with output and input channels.
 */
final class WindowCases {

  static final Map<String, AutodiffCases.Graph> GRAPHS = new LinkedHashMap<>();

  static {
    for (String name :
        List.of(
            "conv1d_s1_p0_d1_g1",
            "conv1d_s2_p1_d1_g1",
            "conv1d_s1_p2_d2_g1",
            "conv1d_s2_p1_d1_g2",
            "conv1d_s1_p1_d1_g4",
            "conv2d_s1_p0_d1_g1",
            "conv2d_s2_p1_d1_g1",
            "conv2d_s1_p2_d2_g1",
            "conv2d_s2_p1_d1_g2",
            "conv2d_s1_p1_d1_g4_nobias")) {
      GRAPHS.put(name, WindowCases::convolution);
    }
    for (String axes : List.of("1d", "2d")) {
      GRAPHS.put("max_pool" + axes, in -> channelsSecond(Pooling.max(input(in), window(in))));
      GRAPHS.put(
          "avg_pool" + axes, in -> channelsSecond(Pooling.average(input(in), window(in), true)));
    }
  }

  private WindowCases() {}

  private static Tensor convolution(AutodiffCases.Inputs in) {
    Tensor y = input(in).convolve(kernel(in.get("w")), geometry(in));
    return channelsSecond(in.real().containsKey("b") ? y.add(in.get("b")) : y);
  }

  private static Tensor input(AutodiffCases.Inputs in) {
    Tensor x = in.get("x");
    int rank = x.shape().rank();
    return x.permute(IntStream.range(0, rank).map(i -> i == 0 ? 0 : i % (rank - 1) + 1).toArray());
  }

  private static Tensor channelsSecond(Tensor y) {
    int rank = y.shape().rank();
    return y.permute(
        IntStream.range(0, rank).map(i -> i == 0 ? 0 : (i + rank - 3) % (rank - 1) + 1).toArray());
  }

  private static Tensor kernel(Tensor w) {
    int rank = w.shape().rank();
    return w.permute(
        IntStream.range(0, rank).map(i -> i < rank - 2 ? i + 2 : rank - 1 - i).toArray());
  }

  private static ConvolutionGeometry geometry(AutodiffCases.Inputs in) {
    return ConvolutionGeometry.of(in.get("x").shape().rank() - 2)
        .withStride(perAxis(in, "stride"))
        .withPadding(perAxis(in, "padding"))
        .withDilation(perAxis(in, "dilation"))
        .withGroups(in.attribute("groups").intValue());
  }

  private static PoolingWindow window(AutodiffCases.Inputs in) {
    return PoolingWindow.of(perAxis(in, "kernel"))
        .withStride(perAxis(in, "stride"))
        .withPadding(perAxis(in, "padding"));
  }

  private static int[] perAxis(AutodiffCases.Inputs in, String attribute) {
    int axes = in.get("x").shape().rank() - 2;
    return Collections.nCopies(axes, in.attribute(attribute).intValue()).stream()
        .mapToInt(amount -> amount)
        .toArray();
  }
}
