package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class MatMulTransposesTests {

  private final Program.Builder builder = Program.builder("transposes");
  private final Tensor a = builder.input("a", Shape.of(4, 3));
  private final Tensor b = builder.input("b", Shape.of(4, 5));

  private Program rewritten(Tensor y) {
    return Rewrites.of(
        program -> new MatMulTransposes().apply(program), builder.output("y", y).build());
  }

  private static void assertFolded(Program after, boolean first, boolean second) {
    assertThat(Rewrites.count(after, Permute.class)).isZero();
    assertThat(Rewrites.count(after, new MatMul(first, second))).isEqualTo(1);
  }

  @Test
  void aTransposedFirstOperandBecomesAFlag() {
    assertFolded(rewritten(a.transpose().matmul(b)), true, false);
  }

  @Test
  void aTransposedSecondOperandBecomesAFlag() {
    assertFolded(rewritten(a.matmul(a.transpose())), false, true);
  }

  @Test
  void aTransposeAndAFlagAreNeither() {
    Tensor c = builder.input("c", Shape.of(3, 5));
    assertFolded(rewritten(a.transpose().matmul(c.transpose(), true, true)), false, false);
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    Tensor batch = builder.input("batch", Shape.of(2, 3, 4));
    assertFolded(rewritten(batch.permute(0, 2, 1).matmul(batch)), true, false);
  }

  @Test
  void otherPermutationsStay() {
    Tensor batch = builder.input("batch", Shape.of(2, 2, 4));
    Program after = rewritten(batch.permute(1, 0, 2).matmul(batch, false, true));
    assertThat(Rewrites.count(after, Permute.class)).isEqualTo(1);
  }
}
