package org.prairieml.training.data;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Collects the rows of a table and sets the labels apart. */
final class CsvRows {

  private final int columns;
  private final int labelIndex;
  private final List<double[]> rows = new ArrayList<>();

  /** Expects rows of this many columns, at least two, of which one holds the label. */
  CsvRows(int columns, int labelIndex) {
    this.columns = columns;
    this.labelIndex = labelIndex;
  }

  /**
   * Adds a row.
   *
   * @param where names the file and line in messages
   * @throws PrairieException if it has another number of columns, or a cell that is not a number
   */
  void add(List<CsvCell> cells, String where) {
    if (cells.size() != columns) {
      throw PrairieException.badInput(
          "%s: expected %d columns, found %d.".formatted(where, columns, cells.size()));
    }
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = number(cells.get(i), i, where);
    }
    rows.add(row);
  }

  private double number(CsvCell cell, int index, String where) {
    String cure = index == labelIndex ? " Write classes as 0, 1, 2." : "";
    return cell.number()
        .orElseThrow(() ->
            PrairieException.badInput(
                "%s, column %d: expected a finite number, found %s.%s"
                    .formatted(where, index + 1, cell.shown(), cure)));
  }

  /**
   * Returns all rows.
   *
   * @param where names the file and line in messages
   * @throws PrairieException if there is none, or more than an array holds
   */
  LabeledTable toTable(String where) {
    if (rows.isEmpty() || rows.size() > Integer.MAX_VALUE / columns) {
      throw PrairieException.badInput(
          "%s: expected 1 to %d rows of numbers, found %d."
              .formatted(where, Integer.MAX_VALUE / columns, rows.size()));
    }
    double[] x = new double[rows.size() * (columns - 1)];
    double[] y = new double[rows.size()];
    for (int i = 0; i < y.length; i++) {
      double[] row = rows.get(i);
      int start = i * (columns - 1);
      System.arraycopy(row, 0, x, start, labelIndex);
      System.arraycopy(row, labelIndex + 1, x, start + labelIndex, columns - 1 - labelIndex);
      y[i] = row[labelIndex];
    }
    return new LabeledTable(new NdArray(Shape.of(y.length, columns - 1), x), NdArray.vector(y));
  }
}
