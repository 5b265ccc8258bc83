package org.prairieml.host;

import com.google.inject.Guice;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.prairieml.host.cli.HostSettings;
import org.prairieml.host.cli.PrairieCommandLine;
import org.prairieml.host.cli.Streams;
import org.prairieml.host.cli.Terminal;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs the command in {@code arguments} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Streams streams =
        new Streams(writer(System.out), writer(System.err), Terminal.isAtStandardError());
    HostSettings settings =
        new HostSettings(
            Path.of(System.getProperty("prairie.home", "")),
            Path.of(""),
            Clock.systemDefaultZone(),
            List.of(arguments));
    Interruption interruption = Interruption.announceOn(streams);
    int exitCode =
        Guice.createInjector(new HostModule(settings, streams))
            .getInstance(PrairieCommandLine.class)
            .execute(arguments);
    interruption.end();
    System.exit(exitCode);
  }

  /** JSON is UTF-8, whatever the locale is. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
