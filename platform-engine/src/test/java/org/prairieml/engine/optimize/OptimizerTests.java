package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Tensor;

/** All passes together on what networks are made of. */
class OptimizerTests {

  private final Program.Builder builder = Program.builder("network");

  private Program optimized() {
    return Rewrites.of(Optimizer::optimize, builder.build());
  }

  @Test
  void theGradientOfANetworkTransposesNothing() {
    Tensor x = builder.input("x", Shape.of(8, 50));
    Tensor v = builder.input("v", Shape.of(8, 16));
    Tensor w = builder.input("w", Shape.of(16, 4));
    Tensor y = x.transpose().matmul(v).tanh().transpose().transpose().matmul(w);
    List<Tensor> gradients = Gradients.of(y.square().sumAll().div(200), List.of(v, w));
    builder.output("dv", gradients.get(0)).output("dw", gradients.get(1));

    Program after = optimized();
    assertThat(Rewrites.count(after, MatMul.class)).isEqualTo(5);
    assertThat(Rewrites.count(after, Permute.class)).isZero();
    assertThat(Rewrites.count(after, StopGradient.class)).isZero();
  }

  @Test
  void onePassMakesWorkForAnother() {
    Tensor x = builder.input("x", Shape.of(5));
    Tensor zeros = Tensor.of(2).sub(2).broadcast(Shape.of(3, 5));
    builder.output("y", x.add(zeros).sum(0).add(Tensor.of(1).log()));

    assertThat(Rewrites.largest(optimized())).isEqualTo(5);
  }

  @Test
  void whatNothingNeedsDisappears() {
    Tensor x = builder.input("x", Shape.of(5));
    builder.output("y", Tensor.of(0).select(x.exp(), x));

    assertThat(optimized().order()).containsExactly(x);
  }

  @Test
  void aDeepProgramIsNoProblem() {
    Tensor x = builder.input("x", Shape.of(2));
    Tensor y = x;
    for (int i = 0; i < 5_000; i++) {
      y = y.add(x.mul(1e-6)).add(0);
    }
    builder.output("y", y);

    assertThat(optimized().order()).hasSize(5_004);
  }
}
