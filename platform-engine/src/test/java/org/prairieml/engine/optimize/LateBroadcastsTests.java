package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class LateBroadcastsTests {

  private static final Shape LARGE = Shape.of(100, 5, 7);

  private final Program.Builder builder = Program.builder("late");
  private final Tensor row = builder.input("row", Shape.of(7));
  private final Tensor column = builder.input("column", Shape.of(5, 1));

  private Tensor rewritten(Tensor y) {
    Program program = builder.output("y", y).build();
    return Rewrites.of(p -> new LateBroadcasts().apply(p), program).outputs().get("y");
  }

  private static void assertComputedAt(Tensor y, Shape shape) {
    assertThat(y.primitive()).isEqualTo(new Broadcast(LARGE));
    assertThat(y.operand(0).shape()).isEqualTo(shape);
  }

  @Test
  void aFunctionIsComputedBeforeItIsRepeated() {
    assertComputedAt(rewritten(row.broadcast(LARGE).exp().sin()), Shape.of(7));
  }

  @Test
  void twoOperandsMeetAtTheSmallestCommonShape() {
    assertComputedAt(rewritten(row.broadcast(LARGE).mul(column.broadcast(LARGE))), Shape.of(5, 7));
  }

  @Test
  void aNumberTakesAnyShape() {
    assertComputedAt(rewritten(row.broadcast(LARGE).add(Tensor.of(3))), Shape.of(7));
  }

  @Test
  void whatIsNotRepeatedStays() {
    Tensor x = builder.input("x", LARGE);
    Tensor y = x.add(row.broadcast(LARGE));
    assertThat(rewritten(y)).isSameAs(y);
  }

  @Test
  void whatTogetherFillsTheShapeStays() {
    Tensor y = row.broadcast(Shape.of(5, 7)).mul(column.broadcast(Shape.of(5, 7)));
    assertThat(rewritten(y)).isSameAs(y);
  }

  @Test
  void aConditionIsRepeatedWithItsBranches() {
    Tensor wide = row.broadcast(LARGE);
    assertComputedAt(rewritten(wide.less(wide.neg()).select(wide, Tensor.of(0))), Shape.of(7));
  }
}
