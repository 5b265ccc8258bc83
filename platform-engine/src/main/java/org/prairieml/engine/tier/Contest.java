package org.prairieml.engine.tier;

import java.util.function.Supplier;

/**
 * Decides when generated code takes over from slower code that works at once.
 *
 * <p>Vector code that is not compiled yet allocates an object per vector and runs a hundred times
 * slower, and only running it gets it compiled. So it is tried on small portions of real work, for
 * no longer in all than the slower code has taken, until it wins: the price of the change is
 * bounded, and nothing that runs briefly pays it. Which code does the work changes its speed only:
 * both give the same bits. Safe for use by several threads at once.
 *
 * @param <K> the code
 */
public final class Contest<K> {

  /** The work of the first trial. */
  private static final long FIRST_PORTION = 256;

  /** Of a trial that takes less, the clock says little; the next one is larger. */
  private static final long TOO_SHORT_NANOS = 20_000;

  /** After a trial that takes more, the next one is smaller. */
  private static final long TOO_LONG_NANOS = 500_000;

  /** How often in a row the new code must be clearly faster. */
  private static final int WINS = 3;

  private static final double CLEARLY = 0.6;

  private final long price;
  private final Supplier<? extends K> generator;
  private volatile K generated;
  private volatile boolean decided = TierChoice.PRESENT == TierChoice.COMPILED;
  private long slowNanos;
  private long triedNanos;
  private double slowRate;
  private long portion = FIRST_PORTION;
  private int wins;

  /**
   * Creates a contest.
   *
   * @param price the nanoseconds of work after which the generated code is worth making
   * @param generator makes the generated code; asked once, when it is first needed
   */
  public Contest(long price, Supplier<? extends K> generator) {
    this.price = price;
    this.generator = generator;
  }

  /** Returns the generated code if it has won for good, else null. */
  public K winner() {
    return decided ? candidate() : null;
  }

  /** Returns the generated code. */
  public K candidate() {
    K present = generated;
    return present == null ? generate() : present;
  }

  private synchronized K generate() {
    if (generated == null) {
      generated = generator.get();
    }
    return generated;
  }

  /** Returns how much work the generated code should be tried on now, in any unit; 0 for none. */
  public synchronized long portion() {
    boolean turn =
        TierChoice.PRESENT == TierChoice.BOTH && slowNanos > price && triedNanos <= slowNanos;
    return turn ? portion : 0;
  }

  /**
   * Notes a run of the slower code.
   *
   * @param work its size, in the unit of the portions
   * @param nanos the time that it took
   */
  public synchronized void slow(long work, long nanos) {
    double rate = (double) nanos / Math.max(1, work);
    slowRate = slowNanos == 0 ? rate : 0.8 * slowRate + 0.2 * rate;
    slowNanos += nanos;
  }

  /** Notes a run of the generated code. */
  public synchronized void tried(long work, long nanos) {
    triedNanos += nanos;
    boolean won = nanos < CLEARLY * slowRate * Math.max(1, work);
    wins = won ? wins + 1 : 0;
    decided = decided || wins >= WINS;
    if (nanos < TOO_SHORT_NANOS) {
      portion = Math.max(portion, 2 * work);
    } else if (nanos > TOO_LONG_NANOS) {
      portion = Math.max(FIRST_PORTION, portion / 2);
    }
  }
}
