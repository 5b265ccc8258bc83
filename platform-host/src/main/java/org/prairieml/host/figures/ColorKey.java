package org.prairieml.host.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A bar that tells which color of the rainbow is which time.
 *
 * @param name what is counted
 * @param first the count at the violet end
 * @param last the count at the red end
 */
record ColorKey(String name, String first, String last) {

  static final int HEIGHT = 30;
  private static final int BAR_WIDTH = 240;
  private static final int BAR_HEIGHT = 10;
  private static final int GAP = 8;

  /** Paints the key below {@code top}, its bar around {@code center}. */
  void paint(Graphics2D graphics, double center, double top) {
    double left = center - BAR_WIDTH / 2.0;
    double baseline = top + BAR_HEIGHT + 0.5;
    paintBar(graphics, left, top);
    graphics.setColor(Text.INK);
    new Text(name + " " + first, Text.LABEL).paintBefore(graphics, left - GAP, baseline);
    new Text(last, Text.LABEL).paint(graphics, left + BAR_WIDTH + GAP, baseline);
  }

  private static void paintBar(Graphics2D graphics, double left, double top) {
    for (int i = 0; i < BAR_WIDTH; i += 2) {
      graphics.setColor(Rainbow.at((double) i / (BAR_WIDTH - 2)));
      // Each piece reaches below the next one: no white shows between.
      double width = i + 2 < BAR_WIDTH ? 3 : 2;
      graphics.fill(new Rectangle2D.Double(left + i, top, width, BAR_HEIGHT));
    }
  }
}
