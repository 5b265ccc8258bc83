package org.prairieml.host.task;

import java.util.Locale;

/**
 * Writes values of a metric for people: accuracies in percent, others with four digits.
 *
 * @param metric the metric's name
 */
record StatisticText(String metric) {

  /** Returns a value. */
  String of(double value) {
    return metric.endsWith("accuracy")
        ? String.format(Locale.ROOT, "%.2f %%", 100 * value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  /** Returns a probability: small ones with an exponent. */
  static String probability(double p) {
    return p < 1e-3 ? String.format(Locale.ROOT, "%.1e", p) : String.format(Locale.ROOT, "%.3f", p);
  }
}
