package org.prairieml.api.run;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws the numbers that {@code numpy.random.RandomState} draws, in the same order from the same
 * seed.
 *
 * <p>Words, integers and uniform deviates equal NumPy's bit for bit; normal deviates to within 2
 * ulp, since the last bit of a logarithm is the platform's. Every method that NumPy also offers in
 * an array form consumes the stream as that form does. Integers are 64-bit ({@code dtype=int} on
 * Linux and macOS). Arguments out of range raise {@link IllegalArgumentException}. Not safe for use
 * by several threads.
 *
 * <p>Source: NumPy's legacy generator (NEP 19 freezes its streams), {@code numpy/random/mtrand.pyx}
 * and {@code src/legacy/legacy-distributions.c}.
 */
public final class RandomState {

  private static final long MAX_SEED = (1L << 32) - 1;

  private final MersenneTwister words;
  private double keptDeviate;
  private boolean hasKeptDeviate;

  /** Seeds as {@code RandomState(seed)} with an integer from 0 to 2^32 - 1. */
  public RandomState(long seed) {
    words = new MersenneTwister(word(seed));
  }

  /** Seeds as {@code RandomState([...])} with at least one integer from 0 to 2^32 - 1. */
  public RandomState(long[] seed) {
    require(seed.length > 0, "A seed array needs at least one number.");
    words = new MersenneTwister(Arrays.stream(seed).mapToInt(RandomState::word).toArray());
  }

  private static int word(long seed) {
    require(
        0 <= seed && seed <= MAX_SEED, "Seed " + seed + " is not between 0 and " + MAX_SEED + ".");
    return (int) seed;
  }

  /** Returns the next 32-bit word, the unit in which the stream advances. */
  public int nextWord() {
    return words.next();
  }

  /** Returns a number from [0, 1) with 53 random bits; takes two words. */
  public double rand() {
    int high = nextWord() >>> 5;
    int low = nextWord() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  /** Returns {@code n} numbers from [0, 1). */
  public double[] rand(int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> rand());
    return values;
  }

  /** Returns a number from [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * rand();
  }

  /**
   * Returns a standard normal deviate.
   *
   * <p>Marsaglia's polar method makes two at a time; the second is kept for the next call.
   */
  public double randn() {
    if (hasKeptDeviate) {
      hasKeptDeviate = false;
      return keptDeviate;
    }
    double x1;
    double x2;
    double r2;
    do {
      x1 = 2.0 * rand() - 1.0;
      x2 = 2.0 * rand() - 1.0;
      r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    // StrictMath, so that the stream is the same on every JVM.
    double factor = Math.sqrt(-2.0 * StrictMath.log(r2) / r2);
    keptDeviate = factor * x1;
    hasKeptDeviate = true;
    return factor * x2;
  }

  /** Returns {@code n} standard normal deviates. */
  public double[] randn(int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> randn());
    return values;
  }

  /** Returns a normal deviate with this mean and standard deviation. */
  public double normal(double mean, double standardDeviation) {
    return mean + standardDeviation * randn();
  }

  /** Returns an integer from {@code low} (inclusive) to {@code high} (exclusive). */
  public long randint(long low, long high) {
    require(low < high, "Nothing lies between " + low + " and " + high + ".");
    return low + upTo(high - 1 - low);
  }

  /** Returns an integer from 0 (inclusive) to {@code n} (exclusive). */
  public int choice(int n) {
    return (int) randint(0, n);
  }

  /** Returns {@code k} different integers from 0 (inclusive) to {@code n} (exclusive). */
  public int[] choiceWithoutReplacement(int n, int k) {
    require(0 <= k && k <= n, "Cannot choose " + k + " different of " + n + ".");
    return Arrays.copyOf(permutation(n), k);
  }

  /** Returns the integers from 0 (inclusive) to {@code n} (exclusive) in random order. */
  public int[] permutation(int n) {
    int[] order = IntStream.range(0, n).toArray();
    shuffle(order);
    return order;
  }

  /** Brings the elements into random order, in place. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = (int) upTo(i);
      int moved = values[i];
      values[i] = values[j];
      values[j] = moved;
    }
  }

  /** Brings the elements into random order, in place. */
  public void shuffle(double[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = (int) upTo(i);
      double moved = values[i];
      values[i] = values[j];
      values[j] = moved;
    }
  }

  /**
   * Returns an integer from 0 to {@code max}, both inclusive and {@code max} unsigned, by masked
   * rejection; takes one word a trial, or two when {@code max} needs more than 32 bits.
   */
  private long upTo(long max) {
    if (max == 0) {
      // No word is taken: a range of one value leaves the stream where it is.
      return 0;
    }
    long mask = -1L >>> Long.numberOfLeadingZeros(max);
    boolean oneWord = max >>> 32 == 0;
    long value;
    do {
      value = mask & (oneWord ? nextWord() : nextTwoWords());
    } while (Long.compareUnsigned(value, max) > 0);
    return value;
  }

  private long nextTwoWords() {
    long high = nextWord();
    return high << 32 | Integer.toUnsignedLong(nextWord());
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
