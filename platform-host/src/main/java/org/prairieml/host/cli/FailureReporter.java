package org.prairieml.host.cli;

import java.util.List;
import java.util.stream.Stream;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of a failure in one line, with the stack trace only where it is asked for. */
final class FailureReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Streams streams;

  FailureReporter(Streams streams) {
    this.streams = streams;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String sentence =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getUnmatched().getFirst(), command)
            : oneLine(e.getMessage());
    streams.remark(
        "%s See '%s --help'."
            .formatted(sentence.replaceFirst("[^.?]$", "$0."), command.qualifiedName()));
    return ExitCode.WRONG_USAGE;
  }

  private static String unmatched(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      return "There is no option '" + word + "'" + NearestName.hint(word, longOptions(command));
    }
    return command.subcommands().isEmpty()
        ? "There is no place for the argument '%s'.".formatted(word)
        : "There is no command '"
            + word
            + "'"
            + NearestName.hint(word, command.subcommands().keySet());
  }

  private static List<String> longOptions(CommandSpec command) {
    return command.options().stream().map(OptionSpec::longestName).toList();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
    return report(e, commandLine);
  }

  /** Reports a failure of a command and returns the exit code. */
  int report(Throwable failure, CommandLine commandLine) {
    boolean debug = wantsStackTraces(commandLine);
    streams.remark(message(failure, debug));
    if (debug) {
      failure.printStackTrace(streams.err());
      streams.err().flush();
    }
    return failure instanceof PrairieException known
        ? ExitCode.of(known.fault())
        : ExitCode.WORK_FAILED;
  }

  private static boolean wantsStackTraces(CommandLine commandLine) {
    return Boolean.TRUE.equals(
        commandLine.getCommandSpec().root().findOption(PrairieCommand.DEBUG).getValue());
  }

  private static String message(Throwable failure, boolean debug) {
    if (failure instanceof PrairieException) {
      return oneLine(failure.getMessage());
    }
    if (Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(OutOfMemoryError.class::isInstance)) {
      return outOfMemory();
    }
    return "internal error: "
        + oneLine(failure.toString())
        + (debug ? "" : " (run with --debug for the stack trace)");
  }

  private static String outOfMemory() {
    return "out of memory: Java may use %d MB. Make the experiment smaller, or allow more: %s"
        .formatted(Runtime.getRuntime().maxMemory() >> 20, "PRAIRIE_JAVA_OPTS=-Xmx8g prairie ...");
  }

  /** A text with a caret under a place keeps these two lines; all else is one line. */
  private static String oneLine(String text) {
    if (text != null && text.matches("(?s).*\\R {4}[^\\n]*\\n {4} *\\^")) {
      return text;
    }
    return text == null ? "(no message)" : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
