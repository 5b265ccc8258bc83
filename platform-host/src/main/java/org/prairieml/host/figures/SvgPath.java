package org.prairieml.host.figures;

import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An outline as SVG spells it.
 *
 * @param data the path data, empty if there is nothing
 * @param evenOdd whether holes are where an even number of outlines lie around
 */
record SvgPath(String data, boolean evenOdd) {

  private static final char[] COMMANDS = {'M', 'L', 'Q', 'C', 'Z'};
  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  /** Returns what is left of an iteration. */
  static SvgPath of(PathIterator outline) {
    StringBuilder data = new StringBuilder();
    double[] coordinates = new double[6];
    for (; !outline.isDone(); outline.next()) {
      // The kinds of segments are numbered from 0 in the order of the two tables.
      int kind = outline.currentSegment(coordinates);
      data.append(COMMANDS[kind]);
      for (int i = 0; i < COORDINATES[kind]; i++) {
        data.append(i == 0 ? "" : " ").append(number(coordinates[i]));
      }
    }
    return new SvgPath(data.toString(), outline.getWindingRule() == PathIterator.WIND_EVEN_ODD);
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  /** Returns a number to a hundredth, as short as it can be written. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    return hundredths == 0
        ? "0"
        : BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  static String numbers(float... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> number(values[i]))
        .collect(Collectors.joining(" "));
  }
}
