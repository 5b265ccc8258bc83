package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.host.statistics.PairedComparison;

/**
 * All variants on one data set.
 *
 * @param dataset what the row is called
 * @param cells one per variant
 */
record GridRow(String dataset, List<TrainedGroup> cells) {

  /** Returns the variant that the others are tested against. */
  TrainedGroup focus() {
    return cells.getLast();
  }

  /** Returns the tests of the focus against the others, over the pairs that did not diverge. */
  List<PairedComparison> tests(String metric) {
    List<PairedComparison> tests = new ArrayList<>();
    for (TrainedGroup other : cells.subList(0, cells.size() - 1)) {
      int[] pairs =
          IntStream.range(0, other.results().size())
              .filter(k -> focus().completed(k) && other.completed(k))
              .toArray();
      if (pairs.length > 0) {
        tests.add(
            PairedComparison.of(
                focus().group().name(),
                values(focus(), pairs, metric),
                other.group().name(),
                values(other, pairs, metric)));
      }
    }
    return tests;
  }

  private static double[] values(TrainedGroup group, int[] pairs, String metric) {
    return IntStream.of(pairs).mapToDouble(k -> group.sample(k, metric)).toArray();
  }

  /** Returns the row as plain data; a cell in which every network diverged has no statistics. */
  Map<String, Object> toPlain(String metric) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("dataset", dataset);
    plain.put("variants", cells.stream().map(cell -> plain(cell, metric)).toList());
    return plain;
  }

  private static Map<String, Object> plain(TrainedGroup cell, String metric) {
    return cell.metrics().isEmpty()
        ? Map.of("name", cell.group().name(), "n", 0, "diverged", cell.diverged())
        : cell.summary(metric);
  }
}
