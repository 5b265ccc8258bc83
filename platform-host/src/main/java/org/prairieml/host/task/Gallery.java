package org.prairieml.host.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.prairieml.api.PrairieException;
import org.prairieml.host.figures.Figure;
import org.prairieml.host.run.RunFolder;

/** Draws a run's figures into its folder; on a machine without fonts it says so instead. */
final class Gallery {

  private final RunFolder folder;
  private final Optional<String> obstacle;

  Gallery(RunFolder folder) {
    this.folder = folder;
    this.obstacle = obstacle();
  }

  private static Optional<String> obstacle() {
    try {
      Figure.requireFont();
      return Optional.empty();
    } catch (PrairieException noFont) {
      return Optional.of(noFont.getMessage());
    }
  }

  /** Draws a figure as PNG and SVG. */
  void draw(String name, Supplier<Figure> figure) {
    if (obstacle.isEmpty()) {
      figure.get().write(folder.path(), name);
    }
  }

  /** Returns what a person should know: why there are no figures, if there are none. */
  List<String> notes() {
    return obstacle.map(reason -> "No figures were drawn. " + reason).stream().toList();
  }
}
