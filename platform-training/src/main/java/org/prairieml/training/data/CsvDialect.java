package org.prairieml.training.data;

import java.util.ArrayList;
import java.util.List;

/**
 * How a line is cut into cells.
 *
 * @param separator the character between cells: tab, semicolon or comma
 */
record CsvDialect(char separator) {

  private static final char QUOTE = '"';

  /** Guesses from a line: a tab anywhere outside quotes, else a semicolon, else commas. */
  static CsvDialect of(String line) {
    for (char candidate : new char[] {'\t', ';'}) {
      if (new CsvDialect(candidate).cells(line).size() > 1) {
        return new CsvDialect(candidate);
      }
    }
    return new CsvDialect(',');
  }

  /** Returns the cells of a line, without the spaces and the quotes around them. */
  List<CsvCell> cells(String line) {
    List<CsvCell> cells = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      char symbol = line.charAt(i);
      if (symbol == QUOTE) {
        quoted = !quoted;
      } else if (symbol == separator && !quoted) {
        cells.add(bare(line.substring(start, i)));
        start = i + 1;
      }
    }
    cells.add(bare(line.substring(start)));
    return cells;
  }

  private static CsvCell bare(String cell) {
    String stripped = cell.strip();
    int last = stripped.length() - 1;
    if (last < 1 || stripped.charAt(0) != QUOTE || stripped.charAt(last) != QUOTE) {
      return new CsvCell(stripped);
    }
    // A quote inside quotes is written twice.
    return new CsvCell(stripped.substring(1, last).replace("\"\"", "\""));
  }
}
