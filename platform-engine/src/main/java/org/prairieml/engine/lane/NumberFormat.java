package org.prairieml.engine.lane;

import org.prairieml.api.engine.Precision;

/** A binary floating-point format of IEEE 754, as its bits are laid out. */
public enum NumberFormat {
  /** 1 sign, 8 exponent, 23 significand bits. */
  FLOAT32(32, 23, 127),
  /** 1 sign, 11 exponent, 52 significand bits. */
  FLOAT64(64, 52, 1023);

  private final int bits;
  private final int significandBits;
  private final int bias;

  NumberFormat(int bits, int significandBits, int bias) {
    this.bits = bits;
    this.significandBits = significandBits;
    this.bias = bias;
  }

  /** Returns the format of an engine's precision. */
  public static NumberFormat of(Precision precision) {
    return precision == Precision.FLOAT32 ? FLOAT32 : FLOAT64;
  }

  /** Returns the width of a number in bits. */
  public int bits() {
    return bits;
  }

  /** Returns how many bits of the significand are stored. */
  public int significandBits() {
    return significandBits;
  }

  /** Returns what is added to an exponent before it is stored. */
  public int bias() {
    return bias;
  }

  /** Returns a number rounded to this format. */
  public double round(double value) {
    return this == FLOAT32 ? (float) value : value;
  }

  /** Returns the bits of a number of this format, sign-extended. */
  public long toBits(double value) {
    return this == FLOAT32
        ? Float.floatToRawIntBits((float) value)
        : Double.doubleToRawLongBits(value);
  }

  /** Returns the number that has these bits. */
  public double fromBits(long pattern) {
    return this == FLOAT32 ? Float.intBitsToFloat((int) pattern) : Double.longBitsToDouble(pattern);
  }
}
