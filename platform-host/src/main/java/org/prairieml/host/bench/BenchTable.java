package org.prairieml.host.bench;

import java.util.List;
import java.util.Locale;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;

/** Measurements as a table. */
public final class BenchTable {

  private BenchTable() {}

  /** Returns a line for each result, below headers. */
  public static List<String> lines(List<BenchResult> results) {
    TextTable table =
        new TextTable(
            Column.left("workload"),
            Column.left("engine"),
            Column.left("precision"),
            Column.right("threads"),
            Column.right("median_us"),
            Column.right("min_us"),
            Column.right("runs"),
            Column.right("first_us"),
            Column.right("gflop"),
            Column.right("gflop/s"),
            Column.right("peak_mb"),
            Column.right("resident_mb"));
    results.forEach(result -> addRow(table, result));
    return table.lines();
  }

  private static void addRow(TextTable table, BenchResult result) {
    boolean products = result.gflop() > 0;
    table.row(
        result.workload(),
        result.engine(),
        BenchSettings.label(result.precision()),
        String.valueOf(result.threads()),
        number("%.1f", result.medianMicros()),
        number("%.1f", result.minMicros()),
        String.valueOf(result.micros().size()),
        number("%.0f", result.firstMicros()),
        products ? number("%.5f", result.gflop()) : "",
        products ? number("%.1f", result.gflopPerSecond()) : "",
        String.valueOf(result.memory().heapMegabytes()),
        result.memory().residentMegabytes().isPresent()
            ? String.valueOf(result.memory().residentMegabytes().getAsLong())
            : "");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
