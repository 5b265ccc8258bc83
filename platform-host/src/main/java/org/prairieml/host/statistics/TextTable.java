package org.prairieml.host.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in plain text: a row of headers, a rule, and rows whose columns are aligned by spaces.
 *
 * <p>Widths are counted in code points, which is what a terminal shows for Latin and Greek. Not
 * safe for use by several threads while rows are added.
 */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** On which side of its column a text stands. */
  public enum Alignment {
    /** For words. */
    LEFT,
    /** For numbers. */
    RIGHT
  }

  /**
   * A column.
   *
   * @param header what stands above it
   * @param alignment of header and cells
   */
  public record Column(String header, Alignment alignment) {

    /** Returns a column of words. */
    public static Column left(String header) {
      return new Column(header, Alignment.LEFT);
    }

    /** Returns a column of numbers. */
    public static Column right(String header) {
      return new Column(header, Alignment.RIGHT);
    }
  }

  /** Creates a table without rows. */
  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells a text for each column
   * @return this table
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "A row needs " + columns.size() + " cells, found " + cells.length + ".");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the lines, without spaces or line breaks at their ends. */
  public List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(line(headers(), widths));
    lines.add(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return List.copyOf(lines);
  }

  private List<String> headers() {
    return columns.stream().map(Column::header).toList();
  }

  private int[] widths() {
    int[] widths = headers().stream().mapToInt(TextTable::length).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> padded(cells.get(i), widths[i], columns.get(i).alignment()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String padded(String text, int width, Alignment alignment) {
    String space = " ".repeat(width - length(text));
    return switch (alignment) {
      case LEFT -> text + space;
      case RIGHT -> space + text;
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
