package org.prairieml.engine.tier;

/**
 * Decides when generated code takes over from slower code that works at once.
 *
 * <p>Vector code that is not compiled yet allocates an object per vector and runs a hundred times
 * slower, and only running it gets it compiled. So it is tried on real work, for a multiple of the
 * time that the slower code has taken so far, until it wins: the price of the change is bounded,
 * and nothing that runs briefly pays it. Which code does the work changes its speed only: both give
 * the same bits. Safe for use by several threads at once.
 */
public final class Contest {

  /** Work that has cost less than this is not worth a class. */
  private static final long WORTH_A_CLASS_NANOS = 2_000_000;

  /** How much longer than the slower code the new code may be tried. */
  private static final int PATIENCE = 8;

  /** How often in a row the new code must be clearly faster. */
  private static final int WINS = 3;

  private static final double CLEARLY = 0.6;

  private volatile boolean decided = TierChoice.PRESENT == TierChoice.COMPILED;
  private long slowNanos;
  private long triedNanos;
  private double slowRate;
  private int wins;

  /** Creates a contest between two pieces of code. */
  public Contest() {}

  /** Returns whether the generated code has won for good. */
  public boolean isDecided() {
    return decided;
  }

  /** Returns whether it is the generated code's turn. */
  public synchronized boolean isTurn() {
    return TierChoice.PRESENT == TierChoice.BOTH
        && slowNanos > WORTH_A_CLASS_NANOS
        && triedNanos <= PATIENCE * slowNanos;
  }

  /**
   * Notes a run of the slower code.
   *
   * @param work its size, in any unit
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
  }
}
