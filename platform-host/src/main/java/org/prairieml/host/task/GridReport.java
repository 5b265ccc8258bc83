package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prairieml.host.figures.IntervalsFigure;
import org.prairieml.host.run.MetricsCsv;
import org.prairieml.host.statistics.GroupSummary;
import org.prairieml.host.statistics.PairedComparison;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;

/**
 * What a grid gave, as plain data and as the table that papers print.
 *
 * @param metric the final metric that is compared
 * @param rows one per data set
 */
record GridReport(String metric, List<GridRow> rows) {

  /** Returns the report of the run. */
  RunReport toRunReport(List<String> notes) {
    List<List<PairedComparison>> tests = tests();
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("task", "grid");
    plain.put("status", "completed");
    plain.put("metric", metric);
    List<Map<String, Object>> plainRows = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i).toPlain(metric);
      row.put("tests", tests.get(i).stream().map(PairedComparison::toPlain).toList());
      plainRows.add(row);
    }
    plain.put("rows", plainRows);
    List<String> lines = new ArrayList<>(lines(tests));
    lines.addAll(notes);
    return new RunReport(true, plain, lines);
  }

  /** Returns the tests of each row; all tests of the grid are one family. */
  private List<List<PairedComparison>> tests() {
    List<List<PairedComparison>> raw = rows.stream().map(row -> row.tests(metric)).toList();
    List<PairedComparison> family =
        PairedComparison.asFamily(raw.stream().flatMap(List::stream).toList());
    List<List<PairedComparison>> tests = new ArrayList<>();
    int from = 0;
    for (List<PairedComparison> row : raw) {
      tests.add(family.subList(from, from + row.size()));
      from += row.size();
    }
    return tests;
  }

  private List<String> lines(List<List<PairedComparison>> tests) {
    List<TrainedGroup> first = rows.getFirst().cells();
    TextTable means = new TextTable(header(first));
    TextTable probabilities = new TextTable(header(first.subList(0, first.size() - 1)));
    List<String> diverged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      GridRow row = rows.get(i);
      List<PairedComparison> own = tests.get(i);
      means.row(cells(row.dataset(), row.cells().stream().map(this::mean)));
      probabilities.row(
          cells(
              row.dataset(),
              row.cells().subList(0, first.size() - 1).stream().map(cell -> test(cell, own))));
      row.cells().stream()
          .filter(cell -> cell.diverged() > 0)
          .map(cell ->
              "%d of '%s' on %s diverged and are left out."
                  .formatted(cell.diverged(), cell.group().name(), row.dataset()))
          .forEach(diverged::add);
    }
    List<String> lines = new ArrayList<>();
    lines.add("%s, mean ± std of %d".formatted(metric, first.getFirst().results().size()));
    lines.addAll(means.lines());
    if (first.size() > 1) {
      lines.add("");
      lines.add(
          "%s minus the variant; p, and p corrected by Holm for all (Wilcoxon signed-rank, two-sided)"
              .formatted(first.getLast().group().name()));
      lines.addAll(probabilities.lines());
    }
    lines.addAll(diverged);
    return lines;
  }

  private static Column[] header(List<TrainedGroup> cells) {
    return Stream.concat(
            Stream.of(Column.left("data set")),
            cells.stream().map(cell -> Column.right(cell.group().name())))
        .toArray(Column[]::new);
  }

  private static String[] cells(String name, Stream<String> values) {
    return Stream.concat(Stream.of(name), values).toArray(String[]::new);
  }

  private String mean(TrainedGroup cell) {
    if (cell.metrics().isEmpty()) {
      return "diverged";
    }
    GroupSummary summary = cell.statistics(metric);
    StatisticText text = new StatisticText(metric);
    return text.of(summary.mean()) + " ± " + text.of(summary.std());
  }

  private String test(TrainedGroup cell, List<PairedComparison> tests) {
    return tests.stream()
        .filter(test -> test.b().equals(cell.group().name()))
        .findFirst()
        .map(test ->
            "%s; %s, %s"
                .formatted(
                    new StatisticText(metric).of(test.difference()),
                    StatisticText.probability(test.p()),
                    StatisticText.probability(test.pHolm())))
        .orElse("");
  }

  /** Returns the picture: the means of all variants, one row per data set. */
  IntervalsFigure.Content picture() {
    return new IntervalsFigure.Content(
        metric,
        rows.getFirst().cells().stream().map(cell -> cell.group().name()).toList(),
        rows.stream()
            .map(row ->
                new IntervalsFigure.Row(
                    row.dataset(),
                    row.cells().stream().map(cell -> cell.interval(metric)).toList()))
            .toList(),
        "");
  }

  /** Returns the final metrics of every network. */
  String csv() {
    MetricsCsv table = new MetricsCsv();
    for (GridRow row : rows) {
      for (TrainedGroup cell : row.cells()) {
        cell.addOutcomesTo(table, row.dataset());
      }
    }
    return table.toString();
  }
}
