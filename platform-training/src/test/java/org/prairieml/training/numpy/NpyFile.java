package org.prairieml.training.numpy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Array files made by hand, right and wrong ones, for the tests of the reader. */
final class NpyFile {

  private NpyFile() {}

  /** Returns the text of a header. */
  static String header(String descr, boolean fortranOrder, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
        .formatted(descr, fortranOrder ? "True" : "False", shape);
  }

  /** Returns a file of version 1, 2 or 3. */
  static byte[] bytes(int version, String header, byte[] elements) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(12 + text.length + elements.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(NpyHeader.MAGIC)
            .put((byte) version)
            .put((byte) 0);
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    file.put(text).put(elements);
    byte[] bytes = new byte[file.position()];
    file.get(0, bytes);
    return bytes;
  }

  /** Writes bytes to a new file in a folder. */
  static Path write(Path folder, byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "array", ".npy"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
