package org.prairieml.engine.loop;

/** An associative operation that a reduction repeats, with its neutral element. */
public enum Fold {
  /** The sum; 0 of nothing. */
  SUM(0),
  /** The largest; minus infinity of nothing, NaN where one is. */
  MAX(Double.NEGATIVE_INFINITY);

  private final double identity;

  Fold(double identity) {
    this.identity = identity;
  }

  /** Returns the neutral element. */
  public double identity() {
    return identity;
  }
}
