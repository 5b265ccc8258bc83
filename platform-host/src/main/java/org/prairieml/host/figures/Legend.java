package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** Says which color is which group, in as many rows as that takes. */
final class Legend {

  private static final int ROW_HEIGHT = 22;
  private static final int CAPTION_HEIGHT = 28;
  private static final int SAMPLE_WIDTH = 26;
  private static final int GAP = 7;
  private static final int SPACE = 22;
  private static final int MOST_WIDTH = 680;
  private static final BasicStroke SAMPLE =
      new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  /**
   * A name and its color.
   *
   * @param text the name
   * @param color the color
   */
  private record Entry(Text text, Color color) {

    double width() {
      return SAMPLE_WIDTH + GAP + text.width();
    }
  }

  private final List<List<Entry>> rows = new ArrayList<>();
  private final Text caption;

  /**
   * Creates a legend.
   *
   * @param colors one for each name
   * @param caption what else is to be said, below the names
   */
  Legend(List<String> names, List<Color> colors, String caption) {
    this.caption = new Text(caption, Text.SMALL);
    for (int i = 0; i < names.size(); i++) {
      add(new Entry(new Text(names.get(i), Text.LABEL), colors.get(i)));
    }
  }

  int height() {
    return rows.size() * ROW_HEIGHT + CAPTION_HEIGHT;
  }

  /** Paints the legend below {@code top}, around {@code center}. */
  void paint(Graphics2D graphics, double center, double top) {
    double middle = top + ROW_HEIGHT / 2.0;
    for (List<Entry> row : rows) {
      paintRow(graphics, row, center, middle);
      middle += ROW_HEIGHT;
    }
    graphics.setColor(Text.FAINT_INK);
    caption.paintCentered(graphics, center, top + height() - 12);
  }

  private void add(Entry entry) {
    if (rows.isEmpty() || width(rows.getLast()) + SPACE + entry.width() > MOST_WIDTH) {
      rows.add(new ArrayList<>());
    }
    rows.getLast().add(entry);
  }

  private static double width(List<Entry> row) {
    return row.stream().mapToDouble(Entry::width).sum() + SPACE * (row.size() - 1);
  }

  private static void paintRow(Graphics2D graphics, List<Entry> row, double center, double middle) {
    double left = center - width(row) / 2;
    graphics.setStroke(SAMPLE);
    for (Entry entry : row) {
      graphics.setColor(entry.color());
      graphics.draw(new Line2D.Double(left, middle, left + SAMPLE_WIDTH, middle));
      graphics.setColor(Text.INK);
      entry.text().paint(graphics, left + SAMPLE_WIDTH + GAP, middle + 4.5);
      left += entry.width() + SPACE;
    }
  }
}
