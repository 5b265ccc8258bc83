package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prairieml.host.figures.IntervalsFigure;
import org.prairieml.host.run.MetricsCsv;
import org.prairieml.host.statistics.MeanInterval;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;

/**
 * A ranking as plain data, as a table, as a picture and as CSV.
 *
 * @param ranking the ranking
 * @param networks how many were trained per function and model
 */
record RankingReport(Ranking ranking, int networks) {

  private static final String NONE = "-";

  /** Returns the report of the run. */
  RunReport toRunReport(List<String> notes) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("task", "rank-activations");
    plain.put("status", "completed");
    plain.put("metric", ranking.metric());
    plain.put("baseline", ranking.baseline().name());
    plain.put("networks", networks);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < ranking.rows().size(); i++) {
      rows.add(plain(i + 1, ranking.rows().get(i)));
    }
    plain.put("ranking", rows);
    List<String> lines = new ArrayList<>(lines());
    lines.addAll(notes);
    return new RunReport(true, plain, lines);
  }

  private Map<String, Object> plain(int rank, Ranking.Row row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("rank", rank);
    plain.put("activation", row.activation().name());
    row.activation().overall(ranking.metric()).ifPresent(mean -> plain.putAll(mean.toPlain()));
    plain.put("diverged", row.activation().diverged());
    Map<String, Object> models = new LinkedHashMap<>();
    for (int model = 0; model < ranking.models().size(); model++) {
      models.put(ranking.models().get(model), plain(row, model));
    }
    plain.put("models", models);
    return plain;
  }

  private Map<String, Object> plain(Ranking.Row row, int model) {
    Map<String, Object> plain = new LinkedHashMap<>();
    row.activation().in(model, ranking.metric()).ifPresent(mean -> plain.putAll(mean.toPlain()));
    plain.put("diverged", row.activation().cells().get(model).diverged());
    row.tests()
        .get(model)
        .ifPresent(test -> {
          Map<String, Object> against = new LinkedHashMap<>(test.difference().toPlain());
          against.put("p", test.difference().p());
          against.put("p_holm", test.pHolm());
          plain.put("against_baseline", against);
        });
    return plain;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, mean ± half of the 95 %% confidence interval (t) of %d networks per function and model"
            .formatted(ranking.metric(), networks));
    lines.add(
        "in brackets: p of the paired t-test against %s, two-sided, corrected by Holm for all %d"
            .formatted(ranking.baseline().name(), ranking.tests()));
    lines.addAll(table().lines());
    for (int model = 0; model < ranking.models().size(); model++) {
      add(lines, model, "above", true);
      add(lines, model, "below", false);
    }
    return lines;
  }

  private void add(List<String> lines, int model, String side, boolean above) {
    List<String> names = ranking.apart(model, above);
    lines.add(
        "%s: %s %s with p < 0.05: %s"
            .formatted(
                ranking.models().get(model),
                side,
                ranking.baseline().name(),
                names.isEmpty() ? "none" : String.join(", ", names)));
  }

  private TextTable table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.right("rank"));
    columns.add(Column.left("activation"));
    columns.add(Column.right("mean of models"));
    ranking.models().forEach(model -> columns.add(Column.right(model)));
    columns.add(Column.right("diverged"));
    TextTable table = new TextTable(columns.toArray(Column[]::new));
    for (int i = 0; i < ranking.rows().size(); i++) {
      Ranking.Row row = ranking.rows().get(i);
      int diverged = row.activation().diverged();
      List<String> cells = new ArrayList<>();
      cells.add(diverged == 0 ? Integer.toString(i + 1) : NONE);
      cells.add(row.activation().name());
      cells.add(text(row.activation().overall(ranking.metric())));
      for (int model = 0; model < ranking.models().size(); model++) {
        cells.add(text(row.activation().in(model, ranking.metric())) + bracket(row, model));
      }
      cells.add(diverged == 0 ? "" : Integer.toString(diverged));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private String text(Optional<MeanInterval> interval) {
    StatisticText text = new StatisticText(ranking.metric());
    return interval.map(mean -> text.of(mean.mean()) + " ± " + text.of(mean.margin())).orElse(NONE);
  }

  private static String bracket(Ranking.Row row, int model) {
    return row.tests()
        .get(model)
        .map(test -> " (%s)".formatted(StatisticText.probability(test.pHolm())))
        .orElse("");
  }

  /** Returns the final metrics of every network. */
  String csv() {
    MetricsCsv table = new MetricsCsv();
    for (Ranking.Row row : ranking.rows()) {
      for (int model = 0; model < ranking.models().size(); model++) {
        row.activation().cells().get(model).addOutcomesTo(table, ranking.models().get(model));
      }
    }
    return table.toString();
  }

  /** Returns the picture: the means of all models, one row per function. */
  IntervalsFigure.Content picture() {
    return new IntervalsFigure.Content(
        ranking.metric(),
        ranking.models(),
        ranking.rows().stream()
            .map(row ->
                new IntervalsFigure.Row(
                    row.activation().name(),
                    IntStream.range(0, ranking.models().size())
                        .mapToObj(model -> row.activation().in(model, ranking.metric()))
                        .toList()))
            .toList(),
        ranking.baseline().name());
  }
}
