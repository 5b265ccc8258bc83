package org.prairieml.host;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.prairieml.host.cli.HostSettings;
import org.prairieml.host.cli.PluginPolicy;
import org.prairieml.host.cli.PrairieCommandLine;
import org.prairieml.host.cli.PrairieVersion;
import org.prairieml.host.cli.Streams;
import org.prairieml.host.cli.Terminal;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.ServiceRegistry;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs the command in {@code arguments} and ends the process with its exit code. */
  public static void main(String[] arguments) {
    if (PrairieVersion.isAllThatIsAskedIn(arguments)) {
      System.out.println(PrairieVersion.TEXT);
      return;
    }
    Streams streams =
        new Streams(writer(System.out), writer(System.err), Terminal.isAtStandardError());
    HostSettings settings =
        new HostSettings(
            Path.of(System.getProperty("prairie.home", "")),
            Path.of(""),
            new LocalClock(),
            List.of(arguments));
    Interruption interruption = Interruption.announceOn(streams);
    int exitCode = commands(settings, streams).execute(arguments);
    interruption.end();
    System.exit(exitCode);
  }

  /**
   * The injector is made when a command needs it; help, lists and most of what shows do without.
   */
  private static PrairieCommandLine commands(HostSettings settings, Streams streams) {
    PluginPolicy policy = new PluginPolicy();
    Supplier<Injector> injector =
        Suppliers.memoize(() -> Guice.createInjector(new HostModule(settings, streams, policy)));
    Supplier<ServiceRegistry> registry =
        Suppliers.memoize(
            () -> new ServiceRegistry(PluginHome.in(settings.home()).open(policy.isTrustedOnly())));
    return new PrairieCommandLine(injector::get, registry::get, policy, streams);
  }

  /** JSON is UTF-8, whatever the locale is. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
