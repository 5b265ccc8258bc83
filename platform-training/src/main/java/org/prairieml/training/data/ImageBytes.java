package org.prairieml.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.prairieml.api.PrairieException;

/**
 * A file of unsigned bytes, plain or gzipped, read from its start.
 *
 * <p>All methods throw a {@link PrairieException}, bad input, that names the file, if it cannot be
 * read or ends too early.
 */
final class ImageBytes implements AutoCloseable {

  private final Path file;
  private final InputStream stream;
  private long position;

  /** An action on the stream. */
  private interface Action<R> {
    R run() throws IOException;
  }

  /** Opens a file. */
  ImageBytes(Path file) {
    this.file = file;
    this.stream = attempt(() -> UnzippedFile.open(file));
  }

  /** Returns the next bytes. */
  byte[] next(int count) {
    // In pieces: what a damaged header announces is not allocated before it is there.
    byte[] bytes = attempt(() -> stream.readNBytes(count));
    if (bytes.length < count) {
      throw problem(
          "is truncated: it ends after %d bytes, where at least %d should be. Fetch it again."
              .formatted(position + bytes.length, position + count));
    }
    position += count;
    return bytes;
  }

  /** Returns the next four bytes as a number, the most significant first. */
  long nextWord() {
    long word = 0;
    for (byte part : next(Integer.BYTES)) {
      word = word << Byte.SIZE | Byte.toUnsignedInt(part);
    }
    return word;
  }

  /** Checks that there is nothing more. */
  void requireEnd() {
    if (attempt(stream::read) >= 0) {
      throw problem("goes on after the %d bytes that it should have.".formatted(position));
    }
  }

  /** Returns all that is left. */
  byte[] rest() {
    byte[] bytes = attempt(stream::readAllBytes);
    position += bytes.length;
    return bytes;
  }

  /** Returns the error about this file. */
  PrairieException problem(String message) {
    return PrairieException.badInput("File '%s' %s".formatted(file, message));
  }

  private <R> R attempt(Action<R> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw PrairieException.badInput("File '%s': %s.".formatted(file, UnzippedFile.reason(e)), e);
    }
  }

  @Override
  public void close() {
    attempt(() -> {
      stream.close();
      return null;
    });
  }
}
