package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prairieml.host.figures.Role;
import org.prairieml.host.statistics.GroupComparison;
import org.prairieml.host.statistics.GroupSummary;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;

/**
 * Trained groups side by side, and tests of one of them against each other.
 *
 * @param metric the final metric that is compared
 * @param groups the groups
 */
record Comparison(String metric, List<TrainedGroup> groups) {

  /** Returns the group that is tested: the mixture if there is one, else the first learned one. */
  TrainedGroup focus() {
    return groups.stream()
        .filter(trained -> trained.group().role() == Role.MIXED)
        .findFirst()
        .orElse(groups.getFirst());
  }

  /** Returns Mann-Whitney tests of the focus against every other group, corrected by Holm. */
  List<GroupComparison> tests() {
    TrainedGroup focus = focus();
    return GroupComparison.asFamily(
        groups.stream()
            .filter(other -> other != focus)
            .map(other ->
                GroupComparison.of(
                    focus.group().name(),
                    focus.samples(metric),
                    other.group().name(),
                    other.samples(metric)))
            .toList());
  }

  /** Returns the groups' statistics as plain data. */
  List<Map<String, Object>> groupsToPlain() {
    return groups.stream().map(trained -> trained.summary(metric)).toList();
  }

  /** Returns statistics and tests as a table for people. */
  List<String> lines() {
    TextTable table =
        new TextTable(
            Column.left("group"),
            Column.right("n"),
            Column.right("median"),
            Column.right("q1"),
            Column.right("q3"),
            Column.right("mean"),
            Column.right("std"),
            Column.right("p (" + focus().group().name() + " vs. it)"),
            Column.right("p, Holm"));
    List<GroupComparison> tests = tests();
    groups.forEach(trained -> table.row(row(trained, tests)));
    List<String> lines = new ArrayList<>(table.lines());
    groups.stream()
        .filter(trained -> trained.diverged() > 0)
        .map(trained ->
            "%d of group '%s' diverged and are left out."
                .formatted(trained.diverged(), trained.group().name()))
        .forEach(lines::add);
    return lines;
  }

  private String[] row(TrainedGroup trained, List<GroupComparison> tests) {
    GroupSummary summary = trained.statistics(metric);
    StatisticText text = new StatisticText(metric);
    GroupComparison test =
        tests.stream().filter(t -> t.b().equals(summary.name())).findFirst().orElse(null);
    return new String[] {
      summary.name(),
      Integer.toString(summary.n()),
      text.of(summary.median()),
      text.of(summary.q1()),
      text.of(summary.q3()),
      text.of(summary.mean()),
      text.of(summary.std()),
      test == null ? "" : StatisticText.probability(test.p()),
      test == null ? "" : StatisticText.probability(test.pHolm())
    };
  }
}
