package org.prairieml.engine.tier;

/** What it costs to make generated code fast, in nanoseconds: its definition and compilation. */
public final class Price {

  /** Code of one operation. */
  public static final long SMALL_KERNEL = 2_000_000;

  /** Code of a fused loop: hundreds of instructions. */
  public static final long LOOP = 40_000_000;

  private Price() {}
}
