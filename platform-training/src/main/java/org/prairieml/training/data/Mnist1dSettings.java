package org.prairieml.training.data;

import org.prairieml.api.PrairieException;

/**
 * What the generator of MNIST-1D can be told; the names of the published code stand in brackets.
 *
 * @param samples number of samples ({@code num_samples}), at least 10; rounded down to a multiple
 *     of ten
 * @param trainSplit share of the training set ({@code train_split}), 0 to 1
 * @param shuffleSequence whether the features are permuted, alike in every sample ({@code
 *     shuffle_seq})
 * @param seed of NumPy's generator ({@code seed}), 0 to 2^32 - 1
 * @param distortion how a sample departs from its template
 */
public record Mnist1dSettings(
    int samples,
    double trainSplit,
    boolean shuffleSequence,
    long seed,
    Mnist1dDistortion distortion) {

  private static final long MAX_SEED = (1L << 32) - 1;

  /**
   * Checks every setting.
   *
   * @throws PrairieException if one is out of its range, or the data set would have more than 2^31
   *     - 1 numbers
   */
  public Mnist1dSettings {
    int most = Integer.MAX_VALUE / distortion.length();
    requireRange("samples", samples, Mnist1dTemplates.CLASSES, most);
    require(trainSplit >= 0 && trainSplit <= 1, "trainSplit", "0 to 1", trainSplit);
    requireRange("seed", seed, 0, MAX_SEED);
  }

  /** Returns the settings of the published data set. */
  public static Mnist1dSettings published() {
    return new Mnist1dSettings(5000, 0.8, false, 42, Mnist1dDistortion.published());
  }

  /** Returns these settings with another number of samples. */
  public Mnist1dSettings withSamples(int other) {
    return new Mnist1dSettings(other, trainSplit, shuffleSequence, seed, distortion);
  }

  /** Returns these settings with the features permuted or not. */
  public Mnist1dSettings withShuffledSequence(boolean other) {
    return new Mnist1dSettings(samples, trainSplit, other, seed, distortion);
  }

  /** Returns these settings with another seed. */
  public Mnist1dSettings withSeed(long other) {
    return new Mnist1dSettings(samples, trainSplit, shuffleSequence, other, distortion);
  }

  static void requireRange(String setting, long value, long least, long most) {
    require(value >= least && value <= most, setting, least + " to " + most, value);
  }

  static void require(boolean condition, String setting, String expected, Number found) {
    if (!condition) {
      throw PrairieException.badInput(
          "Data set 'mnist1d', setting '%s': expected %s, found %s."
              .formatted(setting, expected, found));
    }
  }
}
