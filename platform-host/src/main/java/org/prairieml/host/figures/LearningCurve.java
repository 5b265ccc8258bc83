package org.prairieml.host.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.prairieml.api.training.TrainingResult.MetricRow;
import org.prairieml.host.statistics.GroupSummary;

/**
 * How a metric of a group of networks changed while they were trained.
 *
 * @param name the group's name
 * @param role what decides its color
 * @param points by ascending step
 */
public record LearningCurve(String name, Role role, List<Point> points) {

  /** Copies the list. */
  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * The networks at a step.
   *
   * @param step the step
   * @param mean the mean over the networks
   * @param q1 the first quartile
   * @param q3 the third quartile
   */
  public record Point(long step, double mean, double q1, double q3) {}

  /**
   * Returns the curve of networks whose histories are given.
   *
   * <p>A point is made of the finite values that are there at its step, so that a network that
   * diverged counts until then. Rows without the metric are passed over.
   *
   * @param metric the metric's name in the rows
   * @param histories for each network, as in {@link
   *     org.prairieml.api.training.TrainingResult#history}
   */
  public static LearningCurve of(
      String name, Role role, String metric, List<List<MetricRow>> histories) {
    SortedMap<Long, List<Double>> byStep = new TreeMap<>();
    for (List<MetricRow> history : histories) {
      for (MetricRow row : history) {
        Double value = row.values().get(metric);
        if (value != null && Double.isFinite(value)) {
          byStep.computeIfAbsent(row.step(), step -> new ArrayList<>()).add(value);
        }
      }
    }
    return new LearningCurve(
        name, role, byStep.entrySet().stream().map(LearningCurve::point).toList());
  }

  /** Returns this curve with at most some number of points, the first and the last among them. */
  LearningCurve atMost(int limit) {
    return new LearningCurve(name, role, Thinning.atMost(limit, points));
  }

  double[] values(ToDoubleFunction<Point> value) {
    return points.stream().mapToDouble(value).toArray();
  }

  private static Point point(Map.Entry<Long, List<Double>> values) {
    GroupSummary summary =
        GroupSummary.of(
            "step " + values.getKey(),
            values.getValue().stream().mapToDouble(Double::doubleValue).toArray());
    return new Point(values.getKey(), summary.mean(), summary.q1(), summary.q3());
  }
}
