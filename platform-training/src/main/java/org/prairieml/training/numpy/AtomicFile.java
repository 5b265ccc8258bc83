package org.prairieml.training.numpy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.prairieml.api.PrairieException;

/** Writes a file so that it is there whole or not at all, whenever the machine stops. */
final class AtomicFile {

  private AtomicFile() {}

  /** Writes what is to stand in the file; the stream is buffered and closed by the caller. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes to a temporary file in the same folder, forces it to disk and renames it.
   *
   * @throws PrairieException if that fails; a file that was there before is then unchanged
   */
  static void write(Path file, Content content) {
    Path temporary =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try {
        writeForced(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw PrairieException.badInput(
          "File '%s': cannot be written (%s).".formatted(file, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "access denied";
      default -> e.getMessage();
    };
  }

  private static void writeForced(Path file, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }
}
