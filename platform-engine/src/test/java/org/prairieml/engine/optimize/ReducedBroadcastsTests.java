package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class ReducedBroadcastsTests {

  private static final Shape LARGE = Shape.of(100, 5, 7);

  private final Program.Builder builder = Program.builder("reduced");
  private final Tensor row = builder.input("row", Shape.of(7));
  private final Tensor column = builder.input("column", Shape.of(5, 1));

  private Program rewritten(Tensor y) {
    Program program = builder.output("y", y).build();
    return Rewrites.of(p -> new ReducedBroadcasts().apply(p), program);
  }

  @Test
  void aSumOverRepetitionsIsAMultiple() {
    assertThat(Rewrites.largest(rewritten(row.broadcast(LARGE).sum(0, 1)))).isEqualTo(7);
  }

  @Test
  void aSumOverEverythingAddsUpWhatIsThereOnce() {
    assertThat(Rewrites.largest(rewritten(row.broadcast(LARGE).sumAll()))).isEqualTo(7);
  }

  @Test
  void aMaximumOverRepetitionsIsThatOfOne() {
    assertThat(Rewrites.largest(rewritten(column.broadcast(LARGE).max(0, 2)))).isEqualTo(5);
  }

  @Test
  void axesThatStayAreRepeatedAfterwards() {
    assertThat(Rewrites.largest(rewritten(column.broadcast(LARGE).sum(0, 1)))).isEqualTo(35);
  }

  @Test
  void axesOnBothSidesOfWhatIsKeptAreCounted() {
    Tensor y = column.broadcast(LARGE).sum(0, 2);
    assertThat(Rewrites.largest(rewritten(y))).isEqualTo(5);
  }

  @Test
  void aSumAlongWhatIsNotRepeatedStays() {
    Tensor y = row.broadcast(Shape.of(5, 7)).sum(1);
    assertThat(rewritten(y).outputs().get("y")).isSameAs(y);
  }

  @Test
  void emptySumsStay() {
    Tensor none = row.broadcast(Shape.of(0, 7)).sum(0);
    Tensor greatest = row.broadcast(Shape.of(0, 7)).max(0);
    builder.output("greatest", greatest);
    assertThat(rewritten(none).outputs().values()).containsExactly(greatest, none);
  }
}
