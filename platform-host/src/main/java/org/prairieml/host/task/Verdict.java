package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.host.statistics.GroupComparison;

/** Says in words what a comparison showed, whichever way it fell. */
final class Verdict {

  private static final double SIGNIFICANCE = 0.05;

  private Verdict() {}

  /** Returns lines that name the groups above, below and not distinguishable from the focus. */
  static List<String> of(Comparison comparison) {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (GroupComparison test : comparison.tests()) {
      List<String> side =
          test.pHolm() >= SIGNIFICANCE ? open : test.superiority() > 0.5 ? above : below;
      side.add(test.b());
    }
    String name = comparison.focus().group().name();
    String metric = comparison.metric().replace('_', ' ');
    List<String> lines = new ArrayList<>();
    add(lines, name + " has a higher " + metric + " than ", above);
    add(lines, name + " has a lower " + metric + " than ", below);
    add(lines, name + " cannot be told from ", open);
    lines.add("(Mann-Whitney U, two-sided, Holm's correction, significance 5 %)");
    return lines;
  }

  private static void add(List<String> lines, String beginning, List<String> groups) {
    if (!groups.isEmpty()) {
      lines.add(beginning + String.join(", ", groups));
    }
  }
}
