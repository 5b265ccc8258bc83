package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionGeometryTests {

  private static final ConvolutionGeometry LINE = ConvolutionGeometry.of(1);
  private static final List<Integer> ONE = List.of(1);
  private static final List<Integer> ZERO = List.of(0);

  /** Figures 2.1 to 2.7 and 5.1 of Dumoulin and Visin 2016, then corners. */
  @ParameterizedTest
  @CsvSource({
    "4, 3, 1, 0, 1, 2",
    "5, 4, 1, 2, 1, 6",
    "5, 3, 1, 1, 1, 5",
    "5, 3, 1, 2, 1, 7",
    "5, 3, 2, 0, 1, 2",
    "5, 3, 2, 1, 1, 3",
    "6, 3, 2, 1, 1, 3",
    "7, 3, 1, 0, 2, 3",
    "3, 3, 7, 0, 1, 1",
    "1, 1, 1, 0, 9, 1",
    "0, 1, 1, 1, 1, 2",
  })
  void outputDimensionFollowsTheGuideToConvolutionArithmetic(
      int input, int kernel, int stride, int padding, int dilation, int expected) {
    ConvolutionGeometry geometry =
        LINE.withStride(stride).withPadding(padding).withDilation(dilation);

    assertThat(geometry.outputDimension(0, input, kernel)).isEqualTo(expected);
  }

  @Test
  void eachAxisHasItsOwnAmounts() {
    ConvolutionGeometry geometry =
        ConvolutionGeometry.of(2)
            .withStride(1, 2)
            .withPadding(List.of(3, 4), List.of(5, 6))
            .withDilation(7, 8)
            .withGroups(9);

    assertThat(geometry)
        .isEqualTo(
            new ConvolutionGeometry(List.of(1, 2), List.of(3, 4), List.of(5, 6), List.of(7, 8), 9));
    assertThat(geometry.axes()).isEqualTo(2);
    assertThat(geometry.reach(1, 3)).isEqualTo(17);
    assertThat(geometry.inputIndex(1, 10, 2)).isEqualTo(10 * 2 - 4 + 2 * 8);
    assertThat(geometry.outputDimension(1, 20, 3)).isEqualTo((4 + 20 + 6 - 17) / 2 + 1);
    assertThat(geometry.withPadding(1, 2).before()).isEqualTo(List.of(1, 2));
    assertThat(geometry.withPadding(1, 2).after()).isEqualTo(List.of(1, 2));
  }

  @Test
  void theListsAreCopies() {
    List<Integer> stride = new ArrayList<>(ONE);
    ConvolutionGeometry geometry = new ConvolutionGeometry(stride, ZERO, ZERO, ONE, 1);
    stride.set(0, 5);

    assertThat(geometry).isEqualTo(LINE).hasSameHashCodeAs(LINE);
  }

  @Test
  void lengthsBeyondAnIntAreRefusedNotWrapped() {
    int most = Integer.MAX_VALUE;

    assertThat(LINE.withDilation(most).reach(0, 3)).isEqualTo(2L * most + 1);
    assertProblem(
        () -> LINE.withDilation(most).outputDimension(0, 4, 3),
        "the reach 4294967295 of the kernel exceeds the padded input 4 along spatial axis 0");
    assertProblem(
        () -> LINE.withPadding(most).outputDimension(0, 4, 3),
        "the padded input 4294967298 along spatial axis 0 exceeds 2^31 - 1");
  }

  @Test
  void errorsNameTheRuleAndWhatWasFound() {
    assertGeometryProblem(() -> ConvolutionGeometry.of(0), "needs 1 to 3 spatial axes, found 0.");
    assertGeometryProblem(() -> ConvolutionGeometry.of(-1), "needs 1 to 3 spatial axes, found -1.");
    assertGeometryProblem(() -> LINE.withStride(1, 1, 1, 1), "needs 1 to 3 spatial axes, found 4.");
    assertGeometryProblem(
        () -> LINE.withStride(0),
        "stride needs amounts of at least 1, one per spatial axis (1), found [0].");
    assertGeometryProblem(
        () -> LINE.withDilation(1, 1),
        "dilation needs amounts of at least 1, one per spatial axis (1), found [1, 1].");
    assertGeometryProblem(
        () -> LINE.withDilation(0),
        "dilation needs amounts of at least 1, one per spatial axis (1), found [0].");
    assertGeometryProblem(
        () -> LINE.withPadding(List.of(-1), ZERO),
        "padding before needs amounts of at least 0, one per spatial axis (1), found [-1].");
    assertGeometryProblem(
        () -> LINE.withPadding(ZERO, List.of()),
        "padding after needs amounts of at least 0, one per spatial axis (1), found [].");
    assertGeometryProblem(() -> LINE.withGroups(0), "needs at least 1 group, found 0.");
  }

  private static void assertGeometryProblem(Runnable action, String message) {
    assertProblem(action, "Convolution geometry: " + message);
  }

  private static void assertProblem(Runnable action, String message) {
    assertThatExceptionOfType(GraphException.class).isThrownBy(action::run).withMessage(message);
  }
}
