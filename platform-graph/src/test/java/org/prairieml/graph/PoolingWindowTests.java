package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingWindowTests {

  private static final List<Integer> ZEROS = List.of(0, 0);

  @Test
  void aWindowDividesTheInputIntoBlocksUnlessToldOtherwise() {
    PoolingWindow window = PoolingWindow.of(2, 3);
    List<Integer> size = List.of(2, 3);

    assertThat(window).isEqualTo(new PoolingWindow(size, size, ZEROS, ZEROS));
    assertThat(window.isPadded()).isFalse();
    assertThat(window.elements()).isEqualTo(6);
    assertThat(window.outputDimension(1, 11)).isEqualTo(3);
  }

  @Test
  void eachAxisHasItsOwnAmounts() {
    PoolingWindow window =
        PoolingWindow.of(2, 3).withStride(4, 5).withPadding(List.of(1, 0), List.of(0, 2));

    assertThat(window)
        .isEqualTo(new PoolingWindow(List.of(2, 3), List.of(4, 5), List.of(1, 0), List.of(0, 2)));
    assertThat(window.isPadded()).isTrue();
    assertThat(window.outputDimension(0, 9)).isEqualTo(3);
    assertThat(window.outputDimension(1, 9)).isEqualTo(2);
  }

  @Test
  void windowsThatCannotBeSayWhy() {
    assertProblem(PoolingWindow::of, "needs 1 to 3 spatial axes, found 0.");
    assertProblem(
        () -> PoolingWindow.of(2, 0),
        "size needs amounts of at least 1, one per spatial axis (2), found [2, 0].");
    assertProblem(
        () -> PoolingWindow.of(2).withStride(1, 1),
        "stride needs amounts of at least 1, one per spatial axis (1), found [1, 1].");
    assertProblem(
        () -> PoolingWindow.of(2).withPadding(-1),
        "padding before needs amounts of at least 0, one per spatial axis (1), found [-1].");
    assertProblem(
        () -> PoolingWindow.of(2).withPadding(List.of(0), List.of()),
        "padding after needs amounts of at least 0, one per spatial axis (1), found [].");
    assertProblem(
        () -> PoolingWindow.of(3, 2).withPadding(List.of(1, 0), List.of(2, 2)),
        "padding must be less than the size [3, 2], found [1, 0] before and [2, 2] after.");
  }

  private static void assertProblem(Supplier<PoolingWindow> action, String message) {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(action::get)
        .withMessage("Pooling window: " + message);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(
            Shape.of(8, 5, 3), "needs an input of rank 4 (spatial axes: 2), found [8, 5, 3]"),
        Arguments.of(Shape.of(8, 0, 5, 3), "the input is empty along spatial axis 0"),
        Arguments.of(
            Shape.of(8, 1, 2, 3),
            "the reach 3 of the window exceeds the padded input 2 along spatial axis 1"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aPoolingNamesOperationScopeAndRule(Shape shape, String rule) {
    Tensor x = Tensor.filled(shape, 1);
    PoolingWindow window = PoolingWindow.of(3, 3).withPadding(List.of(1, 0), List.of(1, 0));

    assertMisfit(() -> Pooling.max(x, window), "Op 'max_pool' in 'pool2': " + rule + ".");
    assertMisfit(() -> Pooling.average(x, window), "Op 'average_pool' in 'pool2': " + rule + ".");
  }

  private static void assertMisfit(Supplier<Tensor> builder, String message) {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> GraphScope.within("pool2", builder))
        .withMessage(message);
  }
}
