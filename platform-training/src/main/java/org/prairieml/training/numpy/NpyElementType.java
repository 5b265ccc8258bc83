package org.prairieml.training.numpy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The element types of an array file that have a meaning as float64. */
enum NpyElementType {
  BOOL("b1", 1, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1),
  INT8("i1", 1, ByteBuffer::get),
  INT16("i2", 2, ByteBuffer::getShort),
  INT32("i4", 4, ByteBuffer::getInt),
  INT64("i8", 8, ByteBuffer::getLong),
  UINT8("u1", 1, (bytes, at) -> Byte.toUnsignedInt(bytes.get(at))),
  UINT16("u2", 2, (bytes, at) -> Short.toUnsignedInt(bytes.getShort(at))),
  UINT32("u4", 4, (bytes, at) -> Integer.toUnsignedLong(bytes.getInt(at))),
  UINT64("u8", 8, (bytes, at) -> unsigned(bytes.getLong(at))),
  FLOAT16("f2", 2, (bytes, at) -> Float.float16ToFloat(bytes.getShort(at))),
  FLOAT32("f4", 4, ByteBuffer::getFloat),
  FLOAT64("f8", 8, ByteBuffer::getDouble);

  private static final double FIRST_INEXACT_INTEGER = 0x1p53;

  private final String code;
  private final int bytes;
  private final Decoder decoder;

  /** Reads one element at a byte offset. */
  private interface Decoder {
    double decode(ByteBuffer bytes, int at);
  }

  NpyElementType(String code, int bytes, Decoder decoder) {
    this.code = code;
    this.bytes = bytes;
    this.decoder = decoder;
  }

  /** Finds the type by NumPy's code without the byte order, such as {@code f8}. */
  static Optional<NpyElementType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  int bytes() {
    return bytes;
  }

  /** Returns the element at a byte offset, in the byte order of the buffer. */
  double decode(ByteBuffer buffer, int at) {
    return decoder.decode(buffer, at);
  }

  /** Returns whether a decoded value may differ from the integer in the file. */
  boolean mayBeRounded(double value) {
    return (this == INT64 || this == UINT64) && Math.abs(value) >= FIRST_INEXACT_INTEGER;
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : 2.0 * (value >>> 1);
  }
}
