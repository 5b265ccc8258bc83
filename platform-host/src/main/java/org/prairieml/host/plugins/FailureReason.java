package org.prairieml.host.plugins;

/** Says in one clause why foreign code or a foreign file failed. */
final class FailureReason {

  private FailureReason() {}

  /** Returns the failure's message, followed by that of what is at the bottom of it. */
  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = message(failure);
    return oneLine(root == failure ? message : message + " (" + root + ")");
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
