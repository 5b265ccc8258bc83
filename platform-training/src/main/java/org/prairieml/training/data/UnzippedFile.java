package org.prairieml.training.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file, unzipped if it is gzipped, which its first bytes tell, not its name. */
final class UnzippedFile {

  private static final int GZIP_MAGIC = 0x1f8b;

  private UnzippedFile() {}

  /** Opens a file. */
  static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    try {
      return isGzip(bytes) ? new GZIPInputStream(bytes) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean isGzip(InputStream bytes) throws IOException {
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    return (first << 8 | second) == GZIP_MAGIC;
  }

  /** Returns why a file could not be opened or read, as the end of a message. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "does not exist";
      case AccessDeniedException _ -> "may not be read (access denied)";
      case EOFException _ -> "the gzip data end too early. Fetch or write the file again";
      case ZipException _ ->
          "the gzip data are damaged (%s). Fetch or write the file again".formatted(e.getMessage());
      default -> "cannot be read (%s)".formatted(e.getMessage());
    };
  }
}
