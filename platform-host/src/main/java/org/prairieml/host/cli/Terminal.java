package org.prairieml.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a person watches. */
public final class Terminal {

  /** Where Linux says what standard error is connected to. */
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** Returns whether standard error is a terminal that can draw a line anew. */
  public static boolean isAtStandardError() {
    return !"dumb".equals(System.getenv("TERM")) && isTerminal();
  }

  /** Java itself can tell it of standard input and output only, and of both at once. */
  private static boolean isTerminal() {
    try {
      Path device = Files.readSymbolicLink(STANDARD_ERROR);
      return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return System.console() != null && System.console().isTerminal();
    }
  }
}
