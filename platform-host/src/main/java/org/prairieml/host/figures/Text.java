package org.prairieml.host.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import org.prairieml.api.PrairieException;

/**
 * A line of text that is painted as its outline.
 *
 * @param text what it says
 * @param font how it looks
 */
record Text(String text, Font font) {

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  static final Color INK = new Color(0x222222);
  static final Color FAINT_INK = new Color(0x666666);

  /** The same for every graphics, so that no outline depends on where it is painted. */
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /**
   * Checks that text can be painted at all.
   *
   * @throws PrairieException if not, saying what to install
   */
  static void requireFont() {
    try {
      new Text("σ", LABEL).width();
    } catch (Error | RuntimeException e) {
      // Which of many the JDK throws depends on what exactly is missing.
      throw new PrairieException(
          PrairieException.Fault.WORK_FAILED,
          "Figures: the JDK finds no font on this machine, which text in pictures needs. "
              + "Install one; on Debian: 'apt-get install fontconfig fonts-dejavu-core'.",
          e);
    }
  }

  /** Returns how far it advances. */
  double width() {
    return text.isBlank() ? 0 : layout().getAdvance();
  }

  /** Returns the same text in a font small enough that it advances no further than a width. */
  Text fitting(double width) {
    double factor = Math.min(1, width / Math.max(width(), 1));
    return new Text(text, font.deriveFont((float) (font.getSize2D() * factor)));
  }

  /** Paints it to the right of {@code x}, standing on {@code baseline}. */
  void paint(Graphics2D graphics, double x, double baseline) {
    if (!text.isBlank()) {
      graphics.fill(layout().getOutline(AffineTransform.getTranslateInstance(x, baseline)));
    }
  }

  /** Paints it around {@code x}. */
  void paintCentered(Graphics2D graphics, double x, double baseline) {
    paint(graphics, x - width() / 2, baseline);
  }

  /** Paints it to the left of {@code x}. */
  void paintBefore(Graphics2D graphics, double x, double baseline) {
    paint(graphics, x - width(), baseline);
  }

  private TextLayout layout() {
    return new TextLayout(text, font, CONTEXT);
  }
}
