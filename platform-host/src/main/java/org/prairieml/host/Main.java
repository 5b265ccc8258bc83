package org.prairieml.host;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs the command in {@code arguments} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      System.out.println(
          "prairie " + Main.class.getModule().getDescriptor().rawVersion().orElse(""));
      return;
    }
    System.err.println("Usage: prairie --version");
    System.exit(2);
  }
}
