package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.api.PrairieException;
import org.prairieml.host.figures.LearningCurve.Point;

class CurvesFigureTests {

  private static final List<LearningCurve> CURVES =
      List.of(
          new LearningCurve("mixed", Role.MIXED, falling(2)),
          new LearningCurve("relu", Role.BASELINE, falling(1)));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void drawsALineAndABandForEachGroup(Scale scale) {
    DrawnFigure drawn = DrawnFigure.of(CurvesFigure.of("train_loss", scale, CURVES), folder);

    assertThat(drawn.strokes("2")).containsExactly("#d62728", "#3b6fb6");
    assertThat(drawn.translucent("#d62728")).isEqualTo(1);
    assertThat(drawn.translucent("#3b6fb6")).isEqualTo(1);
    assertThat(drawn.pixels(Palette.of(List.of(Role.MIXED)).getFirst())).isPositive();
    assertThat(drawn.image().getWidth()).isEqualTo(1600);
  }

  @Test
  void namesTheMetricTheGroupsAndWhatTheBandIs() {
    DrawnFigure drawn = DrawnFigure.of(CurvesFigure.of("train_loss", Scale.LINEAR, CURVES), folder);

    assertThat(drawn.text("desc"))
        .isEqualTo("train loss; step; mixed; relu; line: mean over networks · band: quartiles");
  }

  @Test
  void leavesOutWhatALogarithmicAxisCannotShow() {
    LearningCurve touchingZero =
        new LearningCurve(
            "relu",
            Role.BASELINE,
            List.of(new Point(0, 1, 0.5, 1.5), new Point(1, 0, -1, 1), new Point(2, 0.1, 0, 0.2)));

    DrawnFigure drawn =
        DrawnFigure.of(CurvesFigure.of("loss", Scale.LOG, List.of(touchingZero)), folder);

    assertThat(drawn.strokes("2")).hasSize(1);
  }

  @Test
  void drawsAGroupOfWhichNothingIsKnownInTheLegendOnly() {
    LearningCurve empty = new LearningCurve("diverged", Role.PURE, List.of());

    Figure figure = CurvesFigure.of("loss", Scale.LINEAR, List.of(CURVES.getFirst(), empty));

    assertThat(figure.labels()).contains("diverged");
    assertThat(DrawnFigure.of(figure, folder).strokes("2")).hasSize(1);
  }

  @Test
  void needsMoreRoomForALongLegend() {
    List<LearningCurve> many =
        LongStream.range(0, 12)
            .mapToObj(i -> new LearningCurve("a group of networks " + i, Role.PURE, falling(i)))
            .toList();

    assertThat(CurvesFigure.of("loss", Scale.LINEAR, many).height())
        .isGreaterThan(CurvesFigure.of("loss", Scale.LINEAR, CURVES).height());
  }

  @Test
  void hasTheSameBytesTwice() {
    DrawnFigure drawn = DrawnFigure.of(CurvesFigure.of("loss", Scale.LINEAR, CURVES), folder);
    byte[] png = drawn.bytes("png");
    byte[] svg = drawn.bytes("svg");

    DrawnFigure again = DrawnFigure.of(CurvesFigure.of("loss", Scale.LINEAR, CURVES), folder);

    assertThat(again.bytes("png")).isEqualTo(png);
    assertThat(again.bytes("svg")).isEqualTo(svg);
  }

  @Test
  void refusesNothing() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> CurvesFigure.of("loss", Scale.LINEAR, List.of()))
        .withMessageStartingWith("Figure of 'loss' over time:");
  }

  private static List<Point> falling(double from) {
    return LongStream.range(0, 1000)
        .mapToObj(step -> new Point(step, mean(from, step), mean(from, step) / 2, from + 1))
        .toList();
  }

  private static double mean(double from, long step) {
    return (from + 1) * Math.exp(-step / 300.0);
  }
}
