package org.prairieml.host.data;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;

/**
 * What can be said of some examples in a few numbers.
 *
 * @param examples how many there are
 * @param classCounts how many there are of each class; empty if targets are no classes
 * @param least the smallest input value; not a number if there is no example
 * @param mean the mean of all input values; not a number if there is no example
 * @param most the largest input value; not a number if there is no example
 */
public record SplitSummary(
    int examples, List<Integer> classCounts, double least, double mean, double most) {

  static SplitSummary of(Dataset.Split split, Target target) {
    DoubleSummaryStatistics inputs = Arrays.stream(split.x().values()).summaryStatistics();
    boolean isEmpty = inputs.getCount() == 0;
    return new SplitSummary(
        split.size(),
        classCounts(split, target),
        isEmpty ? Double.NaN : inputs.getMin(),
        isEmpty ? Double.NaN : inputs.getAverage(),
        isEmpty ? Double.NaN : inputs.getMax());
  }

  private static List<Integer> classCounts(Dataset.Split split, Target target) {
    return switch (target) {
      case Target.Values _ -> List.of();
      case Target.Classes classes -> {
        int[] counts = new int[classes.count()];
        Arrays.stream(split.y().values()).forEach(label -> counts[(int) label]++);
        yield IntStream.of(counts).boxed().toList();
      }
    };
  }

  Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("examples", examples);
    if (!classCounts.isEmpty()) {
      plain.put("class_counts", classCounts);
    }
    if (examples > 0) {
      plain.put("min", least);
      plain.put("mean", mean);
      plain.put("max", most);
    }
    return plain;
  }
}
