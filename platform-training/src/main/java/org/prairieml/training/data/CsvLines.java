package org.prairieml.training.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.prairieml.api.PrairieException;

/**
 * The lines of a text file that are not blank, unzipped if the file is gzipped, with the number of
 * the current line for messages.
 */
final class CsvLines implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** Ends the reading of a file that is no text before it fills the memory. */
  private static final int LONGEST_LINE = 1 << 24;

  private final Path file;
  private final Reader text;
  private final char[] buffer = new char[1 << 13];
  private int position;
  private int limit;
  private int number;

  /**
   * Opens a file.
   *
   * @throws PrairieException if it cannot be read
   */
  CsvLines(Path file) {
    this.file = file;
    this.text = attempt(() -> open(file));
  }

  private static Reader open(Path file) throws IOException {
    return new InputStreamReader(UnzippedFile.open(file), StandardCharsets.UTF_8);
  }

  /**
   * Returns the next line that is not blank, without its end, or null after the last.
   *
   * @throws PrairieException if the file cannot be read or unzipped
   */
  String next() {
    String line;
    do {
      number++;
      line = attempt(this::line);
    } while (line != null && line.isBlank());
    return line;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean found = false;
    while (fill()) {
      found = true;
      int end = indexOfLineEnd();
      line.append(buffer, position, end - position);
      position = end + 1;
      if (end < limit) {
        break;
      }
      if (line.length() > LONGEST_LINE) {
        throw PrairieException.badInput(
            "%s: expected lines of at most %d characters.".formatted(where(), LONGEST_LINE));
      }
    }
    return found ? withoutByteOrderMark(line) : null;
  }

  private String withoutByteOrderMark(StringBuilder line) {
    boolean marked = number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
    return line.substring(marked ? 1 : 0);
  }

  /** Makes sure that there is a character to read; returns false at the end of the file. */
  private boolean fill() throws IOException {
    if (position >= limit) {
      position = 0;
      limit = text.read(buffer);
    }
    return limit > 0;
  }

  private int indexOfLineEnd() {
    int i = position;
    while (i < limit && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Returns the file and the current line, as messages begin. */
  String where() {
    return "File '" + file + "', line " + number;
  }

  /** An action on the file. */
  private interface Action<R> {
    R run() throws IOException;
  }

  private <R> R attempt(Action<R> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw PrairieException.badInput(
          "File '%s'%s: %s."
              .formatted(file, number > 0 ? ", line " + number : "", UnzippedFile.reason(e)),
          e);
    }
  }

  @Override
  public void close() {
    attempt(() -> {
      text.close();
      return null;
    });
  }
}
