package org.prairieml.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.Shape;

/** The patterns of a convolution hold every meeting of pixels and taps once. */
class TapPatternTests {

  static Stream<DrawnConvolution> cases() {
    return RandomCases.seeds(60).map(DrawnConvolution::draw);
  }

  /** Source, tap of the kernel and target, as row-major positions over all axes but channels. */
  private record Meeting(int source, int tap, int target) {}

  @ParameterizedTest
  @MethodSource("cases")
  void aConvolutionMeetsWhatItsDefinitionSays(DrawnConvolution drawn) {
    TapWalk walk = walk(drawn, false);

    assertThat(meetings(walk)).containsExactlyInAnyOrderElementsOf(defined(drawn));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theInputGradientMeetsTheSameFromTheOtherSide(DrawnConvolution drawn) {
    int last = drawn.taps() - 1;
    List<Meeting> turned =
        defined(drawn).stream().map(m -> new Meeting(m.target, last - m.tap, m.source)).toList();

    assertThat(meetings(walk(drawn, true))).containsExactlyInAnyOrderElementsOf(turned);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPixelIsInOnePattern(DrawnConvolution drawn) {
    for (boolean towardsInput : new boolean[] {false, true}) {
      TapWalk walk = walk(drawn, towardsInput);
      List<Integer> targets = new ArrayList<>();
      TapPattern.of(walk).forEach(p -> add(targets, p.targets()));

      assertThat(targets)
          .doesNotHaveDuplicates()
          .hasSize(walk.target().sizeBetween(0, walk.axes() + 1));
    }
  }

  @Test
  void aPaddedConvolutionHasOnePatternInsideAndEightAroundIt() {
    ConvolutionGeometry geometry = ConvolutionGeometry.of(2).withPadding(1, 1);
    DrawnConvolution drawn =
        new DrawnConvolution(geometry, Shape.of(5, 8, 9, 4), Shape.of(3, 3, 4, 6));

    assertThat(TapPattern.of(walk(drawn, false)))
        .hasSize(9)
        .anyMatch(p -> p.targets().length == 5 * 6 * 7 && p.taps().length == 9)
        .anyMatch(p -> p.targets().length == 5 && p.taps().length == 4);
  }

  private static void add(List<Integer> list, int[] numbers) {
    for (int number : numbers) {
      list.add(number);
    }
  }

  private static TapWalk walk(DrawnConvolution drawn, boolean towardsInput) {
    return towardsInput
        ? new TapWalk(drawn.geometry(), drawn.output(), drawn.input(), drawn.kernel(), true)
        : new TapWalk(drawn.geometry(), drawn.input(), drawn.output(), drawn.kernel(), false);
  }

  private static List<Meeting> meetings(TapWalk walk) {
    List<Meeting> meetings = new ArrayList<>();
    for (TapPattern pattern : TapPattern.of(walk)) {
      for (int i = 0; i < pattern.targets().length; i++) {
        for (int j = 0; j < pattern.taps().length; j++) {
          int source = pattern.bases()[i] + pattern.distances()[j];
          meetings.add(new Meeting(source, pattern.taps()[j], pattern.targets()[i]));
        }
      }
    }
    return meetings;
  }

  private static List<Meeting> defined(DrawnConvolution drawn) {
    List<Meeting> meetings = new ArrayList<>();
    for (int image = 0; image < drawn.input().dimension(0); image++) {
      descend(drawn, 0, new Meeting(image, 0, image), meetings);
    }
    return meetings;
  }

  private static void descend(
      DrawnConvolution drawn, int axis, Meeting outer, List<Meeting> meetings) {
    if (axis == drawn.geometry().axes()) {
      meetings.add(outer);
      return;
    }
    int inputs = drawn.input().dimension(axis + 1);
    int outputs = drawn.output().dimension(axis + 1);
    int taps = drawn.kernel().dimension(axis);
    for (int output = 0; output < outputs; output++) {
      for (int tap = 0; tap < taps; tap++) {
        int input = drawn.geometry().inputIndex(axis, output, tap);
        if (input >= 0 && input < inputs) {
          Meeting inner =
              new Meeting(
                  outer.source * inputs + input,
                  outer.tap * taps + tap,
                  outer.target * outputs + output);
          descend(drawn, axis + 1, inner, meetings);
        }
      }
    }
  }
}
