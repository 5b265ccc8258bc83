package org.prairieml.training.numpy;

import java.nio.ByteOrder;
import org.prairieml.graph.Shape;

/**
 * What the head of a NumPy array file says of the elements that follow.
 *
 * @param type what one element is
 * @param byteOrder how its bytes are ordered
 * @param fortranOrder whether the first axis varies fastest
 * @param shape the extent
 */
record NpyHeader(NpyElementType type, ByteOrder byteOrder, boolean fortranOrder, Shape shape) {

  /** The bytes that every array file begins with. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Returns the number of bytes that all elements take. */
  long dataBytes() {
    return (long) shape.size() * type.bytes();
  }
}
