package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Constant;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

class ConstantFoldingTests {

  private static Program rewritten(Tensor y) {
    return Rewrites.of(
        program -> new ConstantFolding().apply(program),
        Program.builder("constants").output("y", y).build());
  }

  @Test
  void whatNeedsConstantsAloneIsAConstant() {
    Tensor matrix = Tensor.iota(6).reshape(Shape.of(2, 3));
    Program after = rewritten(matrix.matmul(matrix, false, true).sum(1).exp().log1p());
    assertThat(after.order()).hasSize(1);
    assertThat(after.outputs().get("y").primitive()).isInstanceOf(Constant.class);
  }

  @Test
  void whatNeedsAnInputIsNot() {
    Program.Builder builder = Program.builder("input");
    Tensor x = builder.input("x", Shape.of(2));
    Program program = builder.output("y", x.add(Tensor.of(2).exp()).exp()).build();
    Program after = Rewrites.of(p -> new ConstantFolding().apply(p), program);
    assertThat(Rewrites.count(after, Unary.EXP)).isEqualTo(1);
  }

  @Test
  void largeResultsAreComputedInstead() {
    Program after = rewritten(Tensor.iota(200).reshape(Shape.of(200, 1)).mul(Tensor.iota(200)));
    assertThat(Rewrites.count(after, Constant.class)).isEqualTo(2);
    assertThat(Rewrites.largest(after)).isEqualTo(40_000);
  }

  @Test
  void oneNumberSeenInManyPlacesStaysOneNumber() {
    Program after = rewritten(Tensor.filled(Shape.of(100), 3));
    assertThat(Rewrites.count(after, Broadcast.class)).isEqualTo(1);
    assertThat(Rewrites.count(after, Constant.class)).isEqualTo(1);
  }

  @Test
  void emptyConstantsAreFolded() {
    Program after = rewritten(Tensor.of(NdArray.vector()).sum(0).add(2));
    assertThat(after.order()).hasSize(1);
  }
}
