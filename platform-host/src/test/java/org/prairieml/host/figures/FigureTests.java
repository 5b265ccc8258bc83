package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;

class FigureTests {

  private final Figure square =
      new Figure(
          "a square",
          List.of("<tag> & σ", "second"),
          50,
          graphics -> {
            graphics.setColor(Color.RED);
            graphics.fill(new Rectangle(10, 10, 20, 20));
          });

  @TempDir private Path folder;

  @Test
  void hasTwoPixelsForEachUnit() {
    DrawnFigure drawn = DrawnFigure.of(square, folder);

    assertThat(drawn.image().getWidth()).isEqualTo(1600);
    assertThat(drawn.image().getHeight()).isEqualTo(100);
    assertThat(drawn.pixels(Color.RED)).isEqualTo(40 * 40);
    assertThat(drawn.pixels(Color.WHITE)).isEqualTo(1600 * 100 - 40 * 40);
  }

  @Test
  void tellsWhatItShowsInWords() {
    DrawnFigure drawn = DrawnFigure.of(square, folder);

    assertThat(drawn.text("title")).isEqualTo("a square");
    assertThat(drawn.text("desc")).isEqualTo("<tag> & σ; second");
    assertThat(drawn.root().getAttribute("viewBox")).isEqualTo("0 0 800 50");
  }

  @Test
  void writesTextAsItsOutline() {
    DrawnFigure drawn = drawn(graphics -> graphics.drawString("σ", 10, 20));

    assertThat(drawn.root().getElementsByTagName("text").getLength()).isZero();
    assertThat(drawn.shapes())
        .last()
        .satisfies(
            outline -> assertThat(outline.getAttribute("d")).startsWith("M").contains("Q", "Z"));
  }

  @Test
  void placesShapesToAHundredth() {
    DrawnFigure drawn =
        drawn(graphics -> graphics.draw(new Line2D.Double(0, 0.126, 1 / 3.0, 1200.5)));

    assertThat(drawn.shapes())
        .last()
        .satisfies(line -> {
          assertThat(line.getAttribute("x2")).isEqualTo("0.33");
          assertThat(line.getAttribute("y1")).isEqualTo("0.13");
          assertThat(line.getAttribute("y2")).isEqualTo("1200.5");
        });
  }

  @Test
  void namesNothingOutsideTheFile() {
    String svg = new String(DrawnFigure.of(square, folder).bytes("svg"), StandardCharsets.UTF_8);

    assertThat(svg)
        .containsOnlyOnce("://")
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContain("<!");
  }

  @Test
  void replacesWhatWasThereAndLeavesNothingElse() throws Exception {
    Files.writeString(folder.resolve("figure.png"), "old");

    DrawnFigure drawn = DrawnFigure.of(square, folder);

    assertThat(drawn.image()).isNotNull();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("figure.png", "figure.svg");
  }

  @Test
  void saysWhichFileCannotBeWritten() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> square.write(folder.resolve("absent"), "figure"))
        .withMessage(
            "Figure '%s': cannot be written (there is no such folder).",
            folder.resolve("absent/figure.png"));
  }

  @Test
  void findsAFontWhereTheseTestsRun() {
    Figure.requireFont();
  }

  private DrawnFigure drawn(Consumer<Graphics2D> painting) {
    return DrawnFigure.of(new Figure("drawn", List.of(), 50, painting), folder);
  }
}
