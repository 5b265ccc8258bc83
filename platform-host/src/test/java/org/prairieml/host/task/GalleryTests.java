package org.prairieml.host.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.host.figures.Figure;
import org.prairieml.host.figures.FunctionsFigure;
import org.prairieml.host.run.RunFolder;

class GalleryTests {

  @TempDir private Path runs;

  private static Figure figure(int slope) {
    FunctionsFigure.Curve line =
        new FunctionsFigure.Curve("slope " + slope, new double[] {0, slope});
    return FunctionsFigure.of("Line " + slope, new double[] {0, 1}, List.of(line));
  }

  private List<String> drawn(String name, boolean together) throws Exception {
    RunFolder folder = RunFolder.at(runs.resolve(name));
    try (Gallery gallery = new Gallery(folder)) {
      for (int i = 1; i <= 6; i++) {
        int slope = i;
        gallery.draw("figure" + i, () -> figure(slope));
        if (!together) {
          gallery.finish();
        }
      }
      assertThat(gallery.finish()).isEmpty();
    }
    List<Path> files =
        IntStream.rangeClosed(1, 6).mapToObj(i -> folder.path().resolve("figure" + i)).toList();
    return files.stream().map(GalleryTests::svg).toList();
  }

  private static String svg(Path baseName) {
    try {
      return Files.readString(baseName.resolveSibling(baseName.getFileName() + ".svg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void figuresDrawnSideBySideAreTheSameAsOneByOne() throws Exception {
    assertThat(drawn("together", true)).isEqualTo(drawn("apart", false)).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeWrittenIsSaidWhenAllIsDone() throws Exception {
    RunFolder folder = RunFolder.at(runs.resolve("blocked"));
    Files.createDirectories(folder.path().resolve("taken.png/inside"));
    try (Gallery gallery = new Gallery(folder)) {
      gallery.draw("taken", () -> figure(1));
      gallery.draw("free", () -> figure(2));

      assertThatThrownBy(gallery::finish)
          .isInstanceOf(PrairieException.class)
          .hasMessageContaining("taken.png");
    }
    assertThat(folder.path().resolve("free.svg")).exists();
  }
}
