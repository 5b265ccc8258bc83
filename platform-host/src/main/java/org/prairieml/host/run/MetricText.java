package org.prairieml.host.run;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes metrics for a person: {@code loss 0.4321, accuracy 0.87}. */
final class MetricText {

  private MetricText() {}

  /** Returns the metrics in their order, or an empty text. */
  static String of(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(metric -> metric.getKey() + " " + brief(metric.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String brief(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
