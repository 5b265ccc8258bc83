package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.LearnedActivation.Snapshot;
import org.prairieml.graph.NdArray;

class EvolutionFigureTests {

  private static final String VIOLET = hex(0);
  private static final String RED = hex(1);

  @TempDir private Path folder;

  @Test
  void drawsACurveForEachSnapshotFromVioletToRed() {
    DrawnFigure drawn =
        DrawnFigure.of(
            EvolutionFigure.of(List.of(function("kind1", 5), function("kind2", 3))), folder);

    assertThat(drawn.strokes("1"))
        .filteredOn(EvolutionFigureTests::isOfTheRainbow)
        .containsExactly(VIOLET, hex(0.25), hex(0.5), hex(0.75), VIOLET, hex(0.5));
    assertThat(drawn.strokes("2.75")).containsExactly(RED, RED);
    assertThat(drawn.image().getWidth()).isEqualTo(1600);
    assertThat(drawn.pixels(Rainbow.at(0))).isPositive();
    assertThat(drawn.pixels(Rainbow.at(1))).isPositive();
  }

  @Test
  void namesFunctionsAxesAndTime() {
    DrawnFigure drawn =
        DrawnFigure.of(
            EvolutionFigure.of(List.of(function("kind1", 2), function("kind2", 2))), folder);

    assertThat(drawn.text("desc")).isEqualTo("kind1; kind2; preactivation a; σ(a); outer step");
  }

  @Test
  void namesLayersWhereThereAreSeveral() {
    LearnedActivation first = function("kind1", 2);
    LearnedActivation other =
        new LearnedActivation("dense2", "kind1", first.grid(), first.evolution(), null);

    assertThat(EvolutionFigure.of(List.of(first, other)).labels())
        .startsWith("dense1 · kind1", "dense2 · kind1");
  }

  @Test
  void thinsLongEvolutions() {
    DrawnFigure drawn =
        DrawnFigure.of(EvolutionFigure.of(List.of(function("kind1", 1000))), folder);

    assertThat(drawn.strokes("1"))
        .filteredOn(EvolutionFigureTests::isOfTheRainbow)
        .hasSize(59)
        .startsWith(VIOLET);
    assertThat(drawn.strokes("2.75")).containsExactly(RED);
  }

  @Test
  void drawsASingleSnapshotAsTheLast() {
    DrawnFigure drawn = DrawnFigure.of(EvolutionFigure.of(List.of(function("kind1", 1))), folder);

    assertThat(drawn.strokes("2.75")).containsExactly(RED);
  }

  @Test
  void putsManyFunctionsInRows() {
    List<LearnedActivation> four =
        IntStream.range(0, 4).mapToObj(i -> function("kind" + i, 2)).toList();

    assertThat(EvolutionFigure.of(four).height())
        .isGreaterThan(EvolutionFigure.of(four.subList(0, 3)).height());
  }

  @Test
  void survivesValuesThatAreNotFinite() {
    NdArray grid = NdArray.vector(-1, 0, 1, 2);
    LearnedActivation wild =
        new LearnedActivation(
            "dense1",
            "wild",
            grid,
            List.of(new Snapshot(0, NdArray.vector(1, Double.NaN, Double.NEGATIVE_INFINITY, 2))),
            null);

    DrawnFigure drawn = DrawnFigure.of(EvolutionFigure.of(List.of(wild)), folder);

    assertThat(drawn.strokes("2.75")).containsExactly(RED);
  }

  @Test
  void hasTheSameBytesTwice() {
    Figure figure = EvolutionFigure.of(List.of(function("kind1", 20)));
    DrawnFigure drawn = DrawnFigure.of(figure, folder);
    byte[] png = drawn.bytes("png");
    byte[] svg = drawn.bytes("svg");

    DrawnFigure again = DrawnFigure.of(EvolutionFigure.of(List.of(function("kind1", 20))), folder);

    assertThat(again.bytes("png")).isEqualTo(png);
    assertThat(again.bytes("svg")).isEqualTo(svg);
  }

  @Test
  void refusesNothing() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> EvolutionFigure.of(List.of()));
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> EvolutionFigure.of(List.of(function("kind1", 0))));
  }

  private static LearnedActivation function(String label, int snapshots) {
    double[] grid = IntStream.range(0, 21).mapToDouble(i -> i - 10).toArray();
    List<Snapshot> evolution =
        IntStream.range(0, snapshots)
            .mapToObj(step -> new Snapshot(step, NdArray.vector(shifted(grid, step))))
            .toList();
    return new LearnedActivation("dense1", label, NdArray.vector(grid), evolution, null);
  }

  private static double[] shifted(double[] grid, int step) {
    return IntStream.range(0, grid.length).mapToDouble(i -> Math.sin(grid[i]) + step).toArray();
  }

  /** The frame and the ticks are gray. */
  private static boolean isOfTheRainbow(String color) {
    return !color.substring(1, 3).equals(color.substring(3, 5));
  }

  private static String hex(double time) {
    return "#%06x".formatted(Rainbow.at(time).getRGB() & 0xffffff);
  }
}
