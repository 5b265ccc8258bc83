package org.prairieml.engine.tier;

/** The work after which generated code is worth making, in nanoseconds. */
public final class Price {

  /** Code of one operation. */
  public static final long SMALL_KERNEL = 2_000_000;

  /**
   * Code of a fused loop, up to hundreds of instructions. Compiling it costs several times as much,
   * but what has run for this long mostly goes on.
   */
  public static final long LOOP = 8_000_000;

  private Price() {}
}
