package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.api.run.Chart;
import org.prairieml.api.run.Chart.Axis;
import org.prairieml.api.run.Chart.Series;
import org.prairieml.api.run.Chart.Style;
import org.prairieml.graph.NdArray;

class ChartFigureTests {

  private static final NdArray TIMES = NdArray.vector(0, 1, 2, 3);

  @TempDir private Path folder;

  @Test
  void drawsLinesAndDotsAndNamesThem() {
    Chart chart =
        new Chart(
            "orbit",
            "an orbit",
            Axis.linear("time"),
            Axis.linear("q"),
            List.of(
                new Series("true", Style.LINE, TIMES, NdArray.vector(0, 1, 0, -1)),
                new Series("learned", Style.POINTS, TIMES, NdArray.vector(0, 1, 0.1, -1))));

    DrawnFigure drawn = DrawnFigure.of(ChartFigure.of(chart), folder);

    assertThat(drawn.strokes("2")).containsExactly("#3b6fb6");
    assertThat(drawn.pixels(Palette.of(List.of(Role.MIXED)).getFirst())).isPositive();
    assertThat(drawn.text("desc")).isEqualTo("q; time; true; learned");
  }

  @Test
  void leavesOutWhatTheAxisCannotShow() {
    Chart chart =
        new Chart(
            "error",
            "error",
            Axis.linear("time"),
            Axis.logarithmic("error"),
            List.of(
                new Series("learned", Style.LINE, TIMES, NdArray.vector(0, 1e-3, Double.NaN, 1))));

    assertThat(DrawnFigure.of(ChartFigure.of(chart), folder).strokes("2")).hasSize(1);
  }

  @Test
  void needsASeries() {
    Chart empty = new Chart("empty", "empty", Axis.linear("x"), Axis.linear("y"), List.of());

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> ChartFigure.of(empty))
        .withMessageContaining("'empty'");
  }
}
