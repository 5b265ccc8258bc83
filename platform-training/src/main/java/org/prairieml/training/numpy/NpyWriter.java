package org.prairieml.training.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Writes one array in NumPy's format {@code npy}, version 1: row-major, little endian. */
final class NpyWriter {

  /** NumPy aligns the first element to this, so that a file can be mapped into memory. */
  private static final int ALIGNMENT = 64;

  private static final int PREFIX_BYTES = NpyHeader.MAGIC.length + 4;
  private static final int CHUNK_ELEMENTS = 1 << 13;

  private NpyWriter() {}

  /** Writes an array with elements {@code f8}. */
  static void writeFloats(OutputStream out, NdArray array) throws IOException {
    out.write(header("<f8", array.shape()));
    writeElements(out, array.values(), ByteBuffer::putDouble);
  }

  /** Writes an array whose values are integers with elements {@code i8}. */
  static void writeIntegers(OutputStream out, NdArray array) throws IOException {
    out.write(header("<i8", array.shape()));
    writeElements(out, array.values(), (bytes, value) -> bytes.putLong((long) value));
  }

  private static byte[] header(String descr, Shape shape) {
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(descr, tuple(shape));
    int bare = PREFIX_BYTES + text.length() + 1;
    int filled = Math.ceilDiv(bare, ALIGNMENT) * ALIGNMENT;
    return ByteBuffer.allocate(filled)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NpyHeader.MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (filled - PREFIX_BYTES))
        .put((text + " ".repeat(filled - bare) + "\n").getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static String tuple(Shape shape) {
    String list = shape.toString();
    String inside = list.substring(1, list.length() - 1);
    // A comma makes the tuple of one: (3,)
    return "(" + inside + (shape.rank() == 1 ? "," : "") + ")";
  }

  /** Appends one element to a buffer. */
  private interface Encoder {
    void put(ByteBuffer bytes, double value);
  }

  private static void writeElements(OutputStream out, double[] values, Encoder encoder)
      throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(CHUNK_ELEMENTS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (!bytes.hasRemaining()) {
        drain(bytes, out);
      }
      encoder.put(bytes, value);
    }
    drain(bytes, out);
  }

  private static void drain(ByteBuffer bytes, OutputStream out) throws IOException {
    out.write(bytes.array(), 0, bytes.position());
    bytes.clear();
  }
}
