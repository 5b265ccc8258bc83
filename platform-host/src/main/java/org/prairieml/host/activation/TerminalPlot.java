package org.prairieml.host.activation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Curves drawn with characters: Braille patterns, which have two by four dots each. */
public final class TerminalPlot {

  private static final int WIDTH = 70;
  private static final int HEIGHT = 20;
  private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
  private static final char BLANK = '\u2800';

  private final double from;
  private final double to;
  private final double low;
  private final double high;
  private final int[][] cells = new int[HEIGHT][WIDTH];

  private TerminalPlot(double[] x, List<double[]> curves) {
    double[] shown =
        curves.stream().flatMapToDouble(DoubleStream::of).filter(Double::isFinite).toArray();
    double least = DoubleStream.of(shown).min().orElse(-1);
    double most = DoubleStream.of(shown).max().orElse(1);
    double margin = most > least ? 0 : Math.max(1, Math.abs(most)) / 2;
    this.from = x[0];
    this.to = x[x.length - 1];
    this.low = least - margin;
    this.high = most + margin;
  }

  /** Returns how many points across a curve has, for {@link #lines}. */
  public static int points() {
    return 2 * WIDTH;
  }

  /**
   * Returns the lines of a picture.
   *
   * @param x equally spaced points in order
   * @param curves a value per point and curve; those that are not finite are left out
   */
  public static List<String> lines(double[] x, List<double[]> curves) {
    TerminalPlot plot = new TerminalPlot(x, curves);
    curves.forEach(plot::draw);
    return plot.text();
  }

  private void draw(double[] curve) {
    int before = -1;
    for (int column = 0; column < points(); column++) {
      double value = curve[column * (curve.length - 1) / (points() - 1)];
      int row = Double.isFinite(value) ? row(value) : -1;
      if (row >= 0) {
        int start = before < 0 ? row : before;
        for (int dot = Math.min(start, row); dot <= Math.max(start, row); dot++) {
          if (dot == row || Math.abs(dot - start) > 0) {
            cells[dot / 4][column / 2] |= DOTS[column % 2][dot % 4];
          }
        }
      }
      before = row;
    }
  }

  private int row(double value) {
    return (int) Math.round((high - value) / (high - low) * (4 * HEIGHT - 1));
  }

  private List<String> text() {
    String top = number(high);
    String bottom = number(low);
    int margin = Math.max(top.length(), bottom.length());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < HEIGHT; i++) {
      String label = i == 0 ? top : i == HEIGHT - 1 ? bottom : "";
      StringBuilder line = new StringBuilder(" ".repeat(margin - label.length()) + label + " ┤");
      Arrays.stream(cells[i]).forEach(cell -> line.append((char) (BLANK + cell)));
      lines.add(line.toString());
    }
    String left = number(from);
    String right = number(to);
    int gap = Math.max(1, WIDTH - left.length() - right.length());
    lines.add(" ".repeat(margin + 2) + left + " ".repeat(gap) + right);
    return lines;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
