package org.prairieml.training.data;

import static org.prairieml.training.data.Mnist1dSettings.require;
import static org.prairieml.training.data.Mnist1dSettings.requireRange;

import org.prairieml.api.PrairieException;

/**
 * How far a sample of MNIST-1D may depart from its template; the names of the published code stand
 * in brackets.
 *
 * @param templateLength samples of a template ({@code template_len}), at least 2; with {@code
 *     maxPadding} it gives the length of the signal before subsampling
 * @param minPadding least number of zeros behind the template ({@code padding[0]}), at least 0
 * @param maxPadding greatest number of zeros behind the template ({@code padding[1]}), at least
 *     {@code minPadding}
 * @param scale width of the range of the random factor ({@code scale_coeff}), at least 0
 * @param maxTranslation greatest translation in samples, exclusive ({@code max_translation}), at
 *     least 1
 * @param correlatedNoise standard deviation, before smoothing, of the noise outside the template
 *     ({@code corr_noise_scale}), at least 0
 * @param independentNoise standard deviation of the noise everywhere ({@code iid_noise_scale}), at
 *     least 0
 * @param shear width of the range of the random slope ({@code shear_scale}), at least 0
 * @param length number of features of a sample ({@code final_seq_length}), at least 1
 */
public record Mnist1dDistortion(
    int templateLength,
    int minPadding,
    int maxPadding,
    double scale,
    int maxTranslation,
    double correlatedNoise,
    double independentNoise,
    double shear,
    int length) {

  /** Far beyond any use; keeps sums of lengths in range. */
  private static final int LONGEST = 1_000_000;

  /**
   * Checks every setting.
   *
   * @throws PrairieException if one is out of its range; lengths end at a million
   */
  public Mnist1dDistortion {
    requireRange("templateLength", templateLength, 2, LONGEST);
    requireRange("minPadding", minPadding, 0, LONGEST);
    requireRange("maxPadding", maxPadding, minPadding, LONGEST);
    requireAmount("scale", scale);
    requireRange("maxTranslation", maxTranslation, 1, LONGEST);
    requireAmount("correlatedNoise", correlatedNoise);
    requireAmount("independentNoise", independentNoise);
    requireAmount("shear", shear);
    requireRange("length", length, 1, LONGEST);
  }

  private static void requireAmount(String setting, double value) {
    require(
        value >= 0 && value <= Double.MAX_VALUE, setting, "a finite number of 0 or more", value);
  }

  /** Returns the settings of the published data set. */
  public static Mnist1dDistortion published() {
    return new Mnist1dDistortion(12, 36, 60, 0.4, 48, 0.25, 2e-2, 0.75, 40);
  }

  /** Returns the length of a signal before subsampling, whatever its padding was. */
  int paddedLength() {
    return templateLength + maxPadding;
  }
}
