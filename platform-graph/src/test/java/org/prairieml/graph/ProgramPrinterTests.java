package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramPrinterTests {

  @Test
  void aProgramReadsLikeALinePerTensor() {
    Program.Builder builder = Program.builder("step");
    Tensor x = builder.input("x", Shape.of(2, 3));
    Tensor w = builder.state("w", Shape.of(4, 3));
    Tensor hidden = GraphScope.within("dense1", () -> x.matmul(w, false, true).tanh());
    Tensor loss = hidden.square().sumAll();
    builder.output("loss", loss).output("before", w);
    builder.update("w", w.mul(0.5));

    assertThat(builder.build())
        .hasToString(
            """
            program 'step'
              input  x [2, 3]
              state  w [4, 3]
              %0 = broadcast(0.5) [4, 3]
              %1 = mul(w, %0) [4, 3]
              %2 = matmul.tb(x, w) [2, 4]   # dense1
              %3 = tanh(%2) [2, 4]   # dense1
              %4 = square(%3) [2, 4]
              %5 = sum[0,1](%4) []
              update w <- %1
              output loss = %5
              output before = w
            """);
  }

  @Test
  void attributesStandBesideTheOperation() {
    Program.Builder builder = Program.builder("structure");
    Tensor x = builder.input("x", Shape.of(2, 3));
    Tensor i = Tensor.of(NdArray.vector(0, 1));
    builder.output("a", x.matmul(x, true, false).max(0, 1));
    builder.output("b", x.permute(1, 0).slice(0, 1, 3, 2).pad(-1, 1, 0));
    builder.output("c", Tensor.concat(1, List.of(x, x)).argMax(-1));
    builder.output("d", x.gather(0, i).scatterAdd(0, i, 5));
    builder.output("e", x);

    assertThat(builder.build())
        .hasToString(
            """
            program 'structure'
              input  x [2, 3]
              %0 = matmul.ta(x, x) [3, 3]
              %1 = max[0,1](%0) []
              %2 = permute[1,0](x) [3, 2]
              %3 = slice[[1,0]:[3,2]:[2,1]](%2) [1, 2]
              %4 = pad[[0,1], [0,0], [0,0]](%3) [1, 3]
              %5 = concat[1](x, x) [2, 6]
              %6 = argmax[1](%5) [2]
              %7 = constant() [2]
              %8 = gather[0](x, %7) [2, 3]
              %9 = scatter_add[0](%8, %7) [5, 3]
              output a = %1
              output b = %4
              output c = %6
              output d = %9
              output e = x
            """);
  }

  @Test
  void aConvolutionShowsItsGeometry() {
    Program.Builder builder = Program.builder("convolution");
    Tensor x = builder.input("x", Shape.of(2, 5, 4));
    Tensor w = builder.state("w", Shape.of(3, 2, 6));
    ConvolutionGeometry geometry =
        ConvolutionGeometry.of(1).withPadding(List.of(1), List.of(0)).withGroups(2);
    Tensor y = x.convolve(w, geometry);
    builder.output("y", y);
    builder.output("dx", Gradients.of(y.sumAll(), x));
    builder.output("dw", Gradients.of(y.sumAll(), w));

    assertThat(builder.build().toString())
        .contains(
            "= convolution[stride [1], pad [1]:[0], dilation [1], groups 2](x, w) [2, 4, 6]",
            "= convolution_input_gradient[stride [1], pad [1]:[0], dilation [1], groups 2](",
            ", w) [2, 5, 4]",
            "= convolution_kernel_gradient[stride [1], pad [1]:[0], dilation [1], groups 2](x, ");
  }
}
