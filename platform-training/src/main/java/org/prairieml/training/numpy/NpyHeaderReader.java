package org.prairieml.training.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.prairieml.api.PrairieException;

/**
 * Reads the head of a NumPy array file: a magic word, two bytes of version, the length of a text
 * (two bytes in version 1, else four), and the text, a Python dictionary.
 *
 * <p>Source: NEP 1 and {@code numpy/lib/format.py}.
 */
final class NpyHeaderReader {

  /** NumPy refuses text above 10,000 bytes unless told to trust the file; no array needs more. */
  private static final int LONGEST_TEXT = 10_000;

  private final InputStream in;
  private final String subject;

  /** Reads from a stream; the subject names the array in messages. */
  NpyHeaderReader(InputStream in, String subject) {
    this.in = in;
    this.subject = subject;
  }

  /**
   * Reads the header and leaves the stream before the first element.
   *
   * @throws PrairieException if this is no header, or that of an array that is not made of numbers
   */
  NpyHeader read() throws IOException {
    requireMagic();
    int version = version();
    int textLength = textLength(version == 1 ? 2 : 4);
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return new NpyHeaderParser(new String(exactly(textLength), charset), subject).parse();
  }

  private void requireMagic() throws IOException {
    if (!Arrays.equals(exactly(NpyHeader.MAGIC.length), NpyHeader.MAGIC)) {
      throw PrairieException.badInput(
          subject + ": is not a NumPy array, which begins with \\x93NUMPY.");
    }
  }

  private int version() throws IOException {
    byte[] version = exactly(2);
    if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
      throw PrairieException.badInput(
          "%s: expected npy version 1.0, 2.0 or 3.0, found %d.%d."
              .formatted(subject, version[0] & 0xff, version[1] & 0xff));
    }
    return version[0];
  }

  private int textLength(int bytes) throws IOException {
    byte[] eight = Arrays.copyOf(exactly(bytes), Long.BYTES);
    long length = ByteBuffer.wrap(eight).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length > LONGEST_TEXT) {
      throw PrairieException.badInput(
          "%s: expected a header of at most %d bytes, found %d."
              .formatted(subject, LONGEST_TEXT, length));
    }
    return (int) length;
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw PrairieException.badInput(
          subject + ": ends within the npy header. Fetch or write the file again.");
    }
    return bytes;
  }
}
