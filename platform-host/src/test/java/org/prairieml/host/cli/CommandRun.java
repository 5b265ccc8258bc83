package org.prairieml.host.cli;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.prairieml.host.HostModule;
import org.prairieml.host.plugins.Installation;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One command, run in this process.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int exitCode, String out, String err) {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

  /**
   * Runs a command.
   *
   * @param folder the launch folder and the working folder
   * @param installation what is installed instead of what the launch folder has
   */
  static CommandRun of(Path folder, Installation installation, String... arguments) {
    return run(
        folder, binder -> binder.bind(Installation.class).toInstance(installation), arguments);
  }

  /** Runs a command with the plug-ins of a launch folder, which is the working folder too. */
  static CommandRun of(Path folder, String... arguments) {
    return run(folder, binder -> {}, arguments);
  }

  private static CommandRun run(Path folder, Module overrides, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Streams streams = new Streams(new PrintWriter(out), new PrintWriter(err), false);
    HostSettings settings = new HostSettings(folder, folder, CLOCK, List.of(arguments));
    int exitCode =
        Guice.createInjector(
                Modules.override(new HostModule(settings, streams, new PluginPolicy()))
                    .with(overrides))
            .getInstance(PrairieCommandLine.class)
            .execute(arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Returns standard output, read as the one JSON document that it is. */
  Object json() {
    return new Load(LoadSettings.builder().build()).loadFromString(out);
  }
}
