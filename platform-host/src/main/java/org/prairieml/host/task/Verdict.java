package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.prairieml.host.statistics.GroupComparison;

/** Says in words what a comparison showed, whichever way it fell. */
final class Verdict {

  private static final double SIGNIFICANCE = 0.05;

  /** Metrics that trainers name so are better the higher they are. */
  private static final Pattern GAIN = Pattern.compile("(.*_)?accuracy");

  /** Metrics that trainers name so are better the lower they are. */
  private static final Pattern COST = Pattern.compile("(.*_)?(loss|error|drift)");

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
    String metric = comparison.metric();
    List<String> lines = new ArrayList<>();
    add(lines, name + " " + beats("higher", metric, GAIN, COST), above);
    add(lines, name + " " + beats("lower", metric, COST, GAIN), below);
    add(lines, name + " cannot be told from ", open);
    lines.add("(Mann-Whitney U, two-sided, Holm's correction, significance 5 %)");
    return lines;
  }

  /** Says "better" or "worse" where the metric's name tells which, and else the direction alone. */
  private static String beats(String direction, String metric, Pattern good, Pattern bad) {
    String words = direction + " " + metric.replace('_', ' ');
    if (good.matcher(metric).matches()) {
      return "is better (" + words + ") than ";
    }
    return bad.matcher(metric).matches()
        ? "is worse (" + words + ") than "
        : "has a " + words + " than ";
  }

  private static void add(List<String> lines, String beginning, List<String> groups) {
    if (!groups.isEmpty()) {
      lines.add(beginning + String.join(", ", groups));
    }
  }
}
