package org.prairieml.host.run;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes metrics for a person who watches. */
final class MetricText {

  private MetricText() {}

  /**
   * Returns the first loss and the first accuracy among the metrics, each with a comma before it:
   * {@code , loss 0.4321, test_accuracy 0.8700}.
   */
  static String lossAndAccuracy(Map<String, Double> metrics) {
    return Stream.of("loss", "accuracy")
        .flatMap(kind -> metrics.keySet().stream().filter(name -> name.endsWith(kind)).limit(1))
        .map(name -> String.format(Locale.ROOT, ", %s %.4g", name, metrics.get(name)))
        .collect(Collectors.joining());
  }
}
