package org.prairieml.host.statistics;

import org.prairieml.api.PrairieException;

/** Refuses samples that no statistic can be made of. */
final class Samples {

  private Samples() {}

  /**
   * Checks that there is a sample at all and that each is finite.
   *
   * @throws PrairieException if not: a network that diverged is to be left out, and said to be
   */
  static void check(String group, double[] samples) {
    if (samples.length == 0) {
      throw PrairieException.workFailed(
          "Group '%s': no values, so there is nothing to summarize or compare.".formatted(group));
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Double.isFinite(samples[i])) {
        throw PrairieException.workFailed(
            "Group '%s': value %d of %d is %s; statistics need finite values. Leave it out or find why it diverged."
                .formatted(group, i + 1, samples.length, samples[i]));
      }
    }
  }
}
