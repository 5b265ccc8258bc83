package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.host.figures.IntervalsFigure.Content;
import org.prairieml.host.figures.IntervalsFigure.Row;
import org.prairieml.host.statistics.MeanInterval;

class IntervalsFigureTests {

  private static final Content CONTENT =
      new Content(
          "test_accuracy",
          List.of("mlp", "cnn"),
          List.of(
              new Row("relu", List.of(mean(0.6, 0.62), mean(0.8, 0.84))),
              new Row("tanh", List.of(mean(0.5, 0.53), Optional.empty())),
              new Row("log", List.of(Optional.empty(), Optional.empty()))),
          "relu");

  @TempDir private Path folder;

  private static Optional<MeanInterval> mean(double... values) {
    return Optional.of(MeanInterval.of("test", values));
  }

  @Test
  void drawsADotAndABarWhereThereIsAMean() {
    DrawnFigure drawn = DrawnFigure.of(IntervalsFigure.of(CONTENT), folder);

    assertThat(drawn.fills("#3b6fb6")).as("dots of mlp").isEqualTo(2);
    assertThat(drawn.fills("#d62728")).as("dots of cnn").isEqualTo(1);
    assertThat(drawn.strokes("2")).as("bars").hasSize(3);
    assertThat(drawn.image().getWidth()).isEqualTo(1600);
  }

  @Test
  void namesSeriesAndRows() {
    DrawnFigure drawn = DrawnFigure.of(IntervalsFigure.of(CONTENT), folder);

    assertThat(drawn.text("desc")).startsWith("test accuracy; mlp; cnn; relu; tanh; log;");
  }

  @Test
  void growsWithItsRows() {
    Content longer =
        new Content(
            "loss", List.of("mlp"), List.of(CONTENT.rows().get(0), CONTENT.rows().get(0)), "");
    assertThat(IntervalsFigure.of(CONTENT).height())
        .isGreaterThan(IntervalsFigure.of(longer).height());
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> IntervalsFigure.of(new Content("loss", List.of(), List.of(), "")))
        .hasMessage("Figure of 'loss': there is nothing to draw.");
  }
}
