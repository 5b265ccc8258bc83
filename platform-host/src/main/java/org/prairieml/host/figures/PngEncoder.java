package org.prairieml.host.figures;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes a figure as PNG with two pixels for each unit of length, for screens that show them. */
final class PngEncoder {

  static final int SCALE = 2;

  private PngEncoder() {}

  static byte[] encode(Figure figure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // ImageIO would put a cache file beside a plain stream.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image(figure), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Figure figure) {
    BufferedImage image =
        new BufferedImage(
            SCALE * figure.width(), SCALE * figure.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(SCALE, SCALE);
      figure.paint(graphics);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
