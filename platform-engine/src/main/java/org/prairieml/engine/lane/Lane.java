package org.prairieml.engine.lane;

/**
 * A value of a lane program: one number, bit pattern or truth in every lane.
 *
 * @param index the position of the instruction that makes it
 * @param kind what it is
 */
public record Lane(int index, Kind kind) {

  /** What stands in a lane. */
  public enum Kind {
    /** A number of the format. */
    REAL,
    /** A two's complement number of the format's width. */
    BITS,
    /** True or false. */
    TEST
  }
}
