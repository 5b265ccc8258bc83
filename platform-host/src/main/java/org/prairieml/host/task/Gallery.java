package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.prairieml.api.PrairieException;
import org.prairieml.host.figures.Figure;
import org.prairieml.host.run.RunFolder;

/**
 * Draws a run's figures into its folder, side by side and while the run goes on; on a machine
 * without fonts it says so instead.
 */
final class Gallery implements AutoCloseable {

  private final RunFolder folder;
  private final Optional<String> obstacle;
  private final ExecutorService painters = Executors.newVirtualThreadPerTaskExecutor();
  private final List<CompletableFuture<Void>> begun = new ArrayList<>();

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

  /** Begins to draw a figure as PNG and SVG; what it shows must not change any more. */
  void draw(String name, Supplier<Figure> figure) {
    if (obstacle.isEmpty()) {
      begun.add(
          CompletableFuture.runAsync(() -> figure.get().write(folder.path(), name), painters));
    }
  }

  /**
   * Waits for all figures.
   *
   * @return what a person should know: why there are no figures, if there are none
   * @throws PrairieException if a figure cannot be written
   */
  List<String> finish() {
    try {
      begun.forEach(CompletableFuture::join);
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
    return obstacle.map(reason -> "No figures were drawn. " + reason).stream().toList();
  }

  /** Waits for what has begun, also where the run has failed. */
  @Override
  public void close() {
    painters.close();
  }
}
