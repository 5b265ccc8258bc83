package org.prairieml.activations.learnable;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;

/** Start values that a user may give as lists. */
final class StartValues {

  private StartValues() {}

  /** Returns given values, or a publication's where none are given. */
  static IntToDoubleFunction of(List<Double> given, IntToDoubleFunction usual) {
    return given.isEmpty() ? usual : given::get;
  }

  /**
   * Returns how many values two lists have that belong together.
   *
   * @param usual the number where neither is given
   * @throws PrairieException bad input, if both are given and differ
   */
  static int count(
      String activation,
      Options options,
      Option<List<Double>> first,
      Option<List<Double>> second,
      int usual) {
    int a = options.get(first).size();
    int b = options.get(second).size();
    if (a != 0 && b != 0 && a != b) {
      throw PrairieException.badInput(
          "Activation '%s': '%s' has %d values and '%s' has %d; they belong together."
              .formatted(activation, first, a, second, b));
    }
    return a + b == 0 ? usual : Math.max(a, b);
  }
}
