package org.prairieml.host.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prairieml.api.PrairieException;
import org.prairieml.api.file.AtomicFile;
import org.prairieml.api.file.FileFailure;

/**
 * A picture, ready to be written. It is not changed by that, may be written more than once, and by
 * one thread at a time.
 */
public final class Figure {

  /** The width of all figures, in units of which a PNG has two pixels each. */
  static final int WIDTH = 800;

  private static final Map<RenderingHints.Key, Object> HINTS =
      Map.of(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

  private final String title;
  private final List<String> labels;
  private final int height;
  private final Consumer<Graphics2D> painting;

  /**
   * Creates a figure.
   *
   * @param title what it shows, in a few words
   * @param labels what is written in it
   * @param painting paints it on white, in an area of {@link #WIDTH} by {@code height}
   */
  Figure(String title, List<String> labels, int height, Consumer<Graphics2D> painting) {
    this.title = title;
    this.labels = List.copyOf(labels);
    this.height = height;
    this.painting = painting;
  }

  /**
   * Checks that figures can be made on this machine; every factory does so too. Worth calling
   * before work that takes long.
   *
   * @throws PrairieException if there is no font, saying what to install
   */
  public static void requireFont() {
    Text.requireFont();
  }

  /**
   * Writes {@code baseName.png}, 1600 pixels wide, and {@code baseName.svg}. Each file appears
   * whole or not at all; one that was there before is replaced.
   *
   * @param folder where to write; must exist
   * @throws PrairieException if a file cannot be written
   */
  public void write(Path folder, String baseName) {
    byte[] png = PngEncoder.encode(this);
    byte[] svg = SvgEncoder.encode(this);
    writeWhole(folder.resolve(baseName + ".png"), png);
    writeWhole(folder.resolve(baseName + ".svg"), svg);
  }

  /**
   * Writes one file, whose name ends in {@code .png} or {@code .svg}. It appears whole or not at
   * all.
   *
   * @throws PrairieException if it cannot be written, or its name ends otherwise
   */
  public void write(Path file) {
    String name = file.toString();
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw PrairieException.badInput(
          "Figure '%s': its name must end in .svg or .png.".formatted(file));
    }
    writeWhole(file, name.endsWith(".png") ? PngEncoder.encode(this) : SvgEncoder.encode(this));
  }

  String title() {
    return title;
  }

  List<String> labels() {
    return labels;
  }

  int width() {
    return WIDTH;
  }

  int height() {
    return height;
  }

  void paint(Graphics2D graphics) {
    graphics.addRenderingHints(HINTS);
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle(WIDTH, height));
    painting.accept(graphics);
  }

  private static void writeWhole(Path file, byte[] content) {
    try {
      AtomicFile.write(file, out -> out.write(content));
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Figure '%s': cannot be written (%s).".formatted(file, FileFailure.reason(e)), e);
    }
  }
}
