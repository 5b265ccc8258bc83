package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Program;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class ThinProductsTests {

  private final Program.Builder builder = Program.builder("thin");

  private Program rewritten(int m, int k, int n, boolean first, boolean second) {
    Tensor a = builder.input("a", first ? Shape.of(2, k, m) : Shape.of(2, m, k));
    Tensor b = builder.input("b", second ? Shape.of(2, n, k) : Shape.of(2, k, n));
    builder.output("y", a.matmul(b, first, second));
    return Rewrites.of(p -> new ThinProducts().apply(p), builder.build());
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void anInnerDimensionOfOneNeedsNoSum(boolean first, boolean second) {
    Program after = rewritten(6, 1, 5, first, second);
    assertThat(Rewrites.count(after, MatMul.class)).isZero();
    assertThat(Rewrites.count(after, ReduceSum.class)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void aSingleColumnIsASum(boolean first, boolean second) {
    assertIsSum(rewritten(6, 5, 1, first, second));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void aSingleRowIsASum(boolean first, boolean second) {
    assertIsSum(rewritten(1, 5, 6, first, second));
  }

  @Test
  void aDotProductIsASum() {
    assertIsSum(rewritten(1, 5, 1, false, false));
  }

  private static void assertIsSum(Program after) {
    assertThat(Rewrites.count(after, MatMul.class)).isZero();
    assertThat(Rewrites.count(after, Permute.class)).isZero();
    assertThat(Rewrites.count(after, ReduceSum.class)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 2", "0, 3, 1", "3, 1, 0"})
  void otherProductsStay(int m, int k, int n) {
    assertThat(Rewrites.count(rewritten(m, k, n, false, false), MatMul.class)).isEqualTo(1);
  }

  @Test
  void aSumOfNothingIsZero() {
    assertIsSum(rewritten(3, 0, 1, false, false));
  }
}
