package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.host.figures.BoxPlotFigure.Group;

class BoxPlotFigureTests {

  private static final List<Group> GROUPS =
      List.of(
          new Group("kind1", Role.PURE, new double[] {0.60, 0.62, 0.65}),
          new Group("kind2", Role.PURE, new double[] {0.61, 0.63}),
          new Group("mixed", Role.MIXED, new double[] {0.68, 0.70, 0.71, 0.72}),
          new Group("relu", Role.BASELINE, new double[] {0.6}));

  @TempDir private Path folder;

  @Test
  void drawsABoxForEachGroupInTheColorOfItsRole() {
    DrawnFigure drawn = DrawnFigure.of(BoxPlotFigure.of("test_accuracy", GROUPS), folder);

    assertThat(drawn.fills("#e8b711")).as("yellow").isEqualTo(1);
    assertThat(drawn.fills("#ef7d1a")).as("orange").isEqualTo(1);
    assertThat(drawn.fills("#d62728")).as("red").isEqualTo(1);
    assertThat(drawn.fills("#3b6fb6")).as("blue").isEqualTo(1);
    assertThat(drawn.strokes("2.5")).as("medians").hasSize(4);
    assertThat(drawn.strokes("1.25")).as("boxes, whiskers and their ends").hasSize(4 * 5);
    assertThat(drawn.image().getWidth()).isEqualTo(1600);
  }

  @Test
  void drawsADotForEachNetwork() {
    DrawnFigure drawn = DrawnFigure.of(BoxPlotFigure.of("test_accuracy", GROUPS), folder);

    assertThat(drawn.translucent("#222222")).isEqualTo(3 + 2 + 4 + 1);
  }

  @Test
  void namesTheMetricAndTheSizeOfEachGroup() {
    DrawnFigure drawn = DrawnFigure.of(BoxPlotFigure.of("test_accuracy", GROUPS), folder);

    assertThat(drawn.text("desc"))
        .startsWith("test accuracy; kind1, n = 3; kind2, n = 2; mixed, n = 4; relu, n = 1;");
  }

  @Test
  void hasTheSameBytesTwice() {
    DrawnFigure drawn = DrawnFigure.of(BoxPlotFigure.of("loss", GROUPS), folder);
    byte[] png = drawn.bytes("png");
    byte[] svg = drawn.bytes("svg");

    DrawnFigure again = DrawnFigure.of(BoxPlotFigure.of("loss", GROUPS), folder);

    assertThat(again.bytes("png")).isEqualTo(png);
    assertThat(again.bytes("svg")).isEqualTo(svg);
  }

  @Test
  void refusesNothing() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> BoxPlotFigure.of("loss", List.of()))
        .withMessageStartingWith("Figure of 'loss':");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() ->
            BoxPlotFigure.of("loss", List.of(new Group("relu", Role.BASELINE, new double[0]))))
        .withMessageStartingWith("Group 'relu': no values");
  }
}
