package org.prairieml.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Markdown table: a row per workload, a column per party, and how many times as long as ours each
 * other party takes.
 *
 * @param ours the party that the others are compared with
 * @param others the others, in the order of their columns
 */
record ComparisonTable(Party ours, List<Party> others) {

  private static final String NOTHING = "";

  /** Returns the lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(row("workload", party -> party.name() + ", µs: median (min)", _ -> "ratio (of min)"));
    lines.add(row("---", _ -> "---:", _ -> "---:"));
    workloads()
        .forEach(workload ->
            lines.add(
                row(workload, party -> time(party, workload), party -> ratio(party, workload))));
    return lines;
  }

  private Stream<String> workloads() {
    return Stream.concat(Stream.of(ours), others.stream()).flatMap(Party::workloads).distinct();
  }

  private String row(String first, Function<Party, String> time, Function<Party, String> ratio) {
    List<String> cells = new ArrayList<>(List.of(first, time.apply(ours)));
    others.forEach(party -> cells.addAll(List.of(time.apply(party), ratio.apply(party))));
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String time(Party party, String workload) {
    return party
        .time(workload)
        .map(time -> format("%,.1f (%,.1f)", time.median(), time.min()))
        .orElse(NOTHING);
  }

  private String ratio(Party party, String workload) {
    return party
        .time(workload)
        .flatMap(theirs ->
            ours.time(workload)
                .map(time ->
                    format(
                        "%.2f (%.2f)", theirs.median() / time.median(), theirs.min() / time.min())))
        .orElse(NOTHING);
  }

  private static String format(String pattern, double median, double min) {
    return String.format(Locale.ROOT, pattern, median, min);
  }
}
