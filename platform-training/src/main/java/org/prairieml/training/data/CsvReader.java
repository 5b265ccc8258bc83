package org.prairieml.training.data;

import java.nio.file.Path;
import java.util.List;
import org.prairieml.api.PrairieException;

/**
 * Reads a table of numbers from a text file: UTF-8, plain or gzipped, one row a line.
 *
 * <p>Cells are separated by tabs, semicolons or commas, whichever the first line has. The first
 * line is a header if one of its cells can only be a name. Blank lines are skipped. Every other
 * cell must be a finite decimal number.
 */
public final class CsvReader {

  private final LabelColumn labelColumn;

  /** Creates a reader that takes the last column as labels. */
  public CsvReader() {
    this(LabelColumn.last());
  }

  /** Creates a reader that takes the given column as labels and all others as features. */
  public CsvReader(LabelColumn labelColumn) {
    this.labelColumn = labelColumn;
  }

  /**
   * Returns the table in a file.
   *
   * @throws PrairieException if the file cannot be read or unzipped, has no rows, no feature or no
   *     such label column, if a row is longer or shorter than the first line, or a cell no number
   */
  public LabeledTable read(Path file) {
    try (CsvLines lines = new CsvLines(file)) {
      String first = lines.next();
      if (first == null) {
        throw PrairieException.badInput("File '" + file + "': is empty, expected rows of numbers.");
      }
      return table(first, lines);
    }
  }

  private LabeledTable table(String first, CsvLines lines) {
    CsvDialect dialect = CsvDialect.of(first);
    List<CsvCell> cells = dialect.cells(first);
    boolean hasHeader = cells.stream().anyMatch(CsvCell::isName);
    CsvRows rows = new CsvRows(cells.size(), labelIndex(cells, hasHeader, lines.where()));
    String line = hasHeader ? lines.next() : first;
    for (; line != null; line = lines.next()) {
      rows.add(dialect.cells(line), lines.where());
    }
    return rows.toTable(lines.where());
  }

  private int labelIndex(List<CsvCell> first, boolean hasHeader, String where) {
    if (first.size() < 2) {
      throw PrairieException.badInput(
          "%s: expected a label and at least one feature, found 1 column.".formatted(where));
    }
    List<String> header = hasHeader ? first.stream().map(CsvCell::text).toList() : List.of();
    return labelColumn
        .indexIn(header, first.size())
        .orElseThrow(() -> noSuchColumn(header, first.size(), where));
  }

  private PrairieException noSuchColumn(List<String> header, int columns, String where) {
    String expected =
        switch (labelColumn) {
          case LabelColumn.Named(String name) -> "named '" + name + "'";
          case LabelColumn.At(int index) -> "at index " + index;
        };
    String found = header.isEmpty() ? columns + " columns without a header" : header.toString();
    return PrairieException.badInput(
        "%s: expected a label column %s, found %s.".formatted(where, expected, found));
  }
}
