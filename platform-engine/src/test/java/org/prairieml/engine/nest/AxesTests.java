package org.prairieml.engine.nest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Shape;

class AxesTests {

  private static final Shape SPACE = Shape.of(4, 1, 5, 6);

  @Test
  void neighborsThatAllWalkLikeOneAreOne() {
    Axes axes = Axes.of(SPACE, List.of(View.dense(SPACE), View.dense(SPACE)));
    assertThat(axes.extents()).containsExactly(120);
    assertThat(axes.stride(1, 0)).isEqualTo(1);
  }

  @Test
  void oneThatWalksOtherwiseKeepsThemApart() {
    View row = View.dense(Shape.of(6)).broadcast(SPACE);
    Axes axes = Axes.of(SPACE, List.of(View.dense(SPACE), row));
    assertThat(axes.extents()).containsExactly(20, 6);
    assertThat(axes.strides()).containsExactly(new int[] {6, 1}, new int[] {0, 1});
  }

  @Test
  void repetitionsAreOneAxis() {
    View number = View.dense(Shape.SCALAR).broadcast(SPACE);
    Axes axes = Axes.of(SPACE, List.of(number));
    assertThat(axes.extents()).containsExactly(120);
    assertThat(axes.stride(0, 0)).isZero();
  }

  @Test
  void aTransposeStaysApart() {
    View turned = View.dense(Shape.of(6, 5)).permute(List.of(1, 0));
    Shape space = Shape.of(5, 6);
    assertThat(Axes.of(space, List.of(View.dense(space), turned)).count()).isEqualTo(2);
  }

  @Test
  void aSingleIndexHasNoAxis() {
    Axes axes = Axes.of(Shape.of(1, 1), List.of(View.dense(Shape.of(1, 1))));
    assertThat(axes.count()).isZero();
    assertThat(axes.extent(-1)).isEqualTo(1);
    assertThat(axes.stride(0, -1)).isZero();
  }

  @Test
  void anEmptyAxisStays() {
    Shape none = Shape.of(3, 0, 2);
    assertThat(Axes.of(none, List.of(View.dense(none))).extents()).contains(0);
  }
}
