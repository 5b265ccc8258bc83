package org.prairieml.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Shape;

class ViewTests {

  private static final int STEPS = 6;

  static Stream<Long> seeds() {
    return RandomCases.seeds(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void viewsOfViewsShowTheRightElements(long seed) {
    RandomViews views = new RandomViews(seed);
    for (int i = 0; i < STEPS; i++) {
      views.step();
      assertThat(views.positions()).as("%s", views).isEqualTo(views.expected());
    }
  }

  /** What strides can express is found, and nothing else. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aReshapeIsFoundExactlyWhereStridesCanExpressIt(long seed) {
    RandomViews views = new RandomViews(seed);
    for (int i = 0; i < STEPS; i++) {
      views.step();
      Shape target = views.otherShape();
      assertThat(views.view().reshape(target).isPresent())
          .as("%s to %s", views, target)
          .isEqualTo(isAffine(target, views.expected()));
    }
  }

  /** Returns whether the elements, seen under a shape, lie at equal distances along every axis. */
  private static boolean isAffine(Shape shape, int[] positions) {
    int[] index = new int[shape.rank()];
    for (int i = 0; i < positions.length; i++) {
      int expected = positions[0];
      for (int axis = 0; axis < index.length; axis++) {
        int rest = shape.sizeBetween(axis + 1, shape.rank());
        index[axis] = i / rest % shape.dimension(axis);
        expected += shape.dimension(axis) == 1 ? 0 : index[axis] * (positions[rest] - positions[0]);
      }
      if (expected != positions[i]) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aTransposeCannotBeFlattened() {
    View transpose = View.dense(Shape.of(2, 3)).permute(List.of(1, 0));
    assertThat(transpose.reshape(Shape.of(6))).isEmpty();
    assertThat(transpose.reshape(Shape.of(3, 1, 2))).isPresent();
  }

  @Test
  void repeatedRowsCannotBeFlattenedButRepeatedNumbersCan() {
    View rows = View.dense(Shape.of(3)).broadcast(Shape.of(2, 3));
    View numbers = View.dense(Shape.of(1)).broadcast(Shape.of(2, 3));
    assertThat(rows.reshape(Shape.of(6))).isEmpty();
    assertThat(numbers.reshape(Shape.of(6)).map(View::strides)).contains(List.of(0));
  }

  @Test
  void emptyViewsCanBeReshaped() {
    View none = View.dense(Shape.of(4, 0, 3)).permute(List.of(2, 0, 1));
    assertThat(none.reshape(Shape.of(0, 7)).map(View::shape)).contains(Shape.of(0, 7));
  }

  @Test
  void onlyWholeBlocksInTheirOrderAreDense() {
    View view = View.dense(Shape.of(4, 1, 3));
    assertThat(view.isDense()).isTrue();
    assertThat(view.permute(List.of(1, 0, 2)).isDense()).isTrue();
    assertThat(view.permute(List.of(2, 1, 0)).isDense()).isFalse();
    assertThat(view.slice(Shape.of(3, 1, 3), List.of(1, 0, 0), List.of(1, 1, 1)).isDense())
        .isFalse();
    assertThat(view.broadcast(Shape.of(4, 2, 3)).isDense()).isFalse();
  }

  @Test
  void anAxisWithOneIndexHasNoStride() {
    View view = View.dense(Shape.of(4, 1, 3));
    assertThat(IntStream.range(0, 3).map(view::stride)).containsExactly(3, 0, 1);
  }

  @Test
  void aStillAxisStaysWhereItIs() {
    View view = View.dense(Shape.of(4, 2, 3)).still(List.of(0, 2));
    assertThat(view.shape()).isEqualTo(Shape.of(4, 2, 3));
    assertThat(view.strides()).isEqualTo(List.of(0, 3, 0));
  }

  @Test
  void aReshapeKeepsTheOffset() {
    View tail = View.dense(Shape.of(10)).slice(Shape.of(6), List.of(4), List.of(1));
    Optional<View> table = tail.reshape(Shape.of(2, 3));
    assertThat(table).contains(new View(Shape.of(2, 3), 4, List.of(3, 1)));
  }
}
