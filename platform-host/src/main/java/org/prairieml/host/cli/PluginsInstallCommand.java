package org.prairieml.host.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.store.PluginInstaller;
import org.prairieml.host.plugins.store.PluginInstaller.Installed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prairie plugins install}. */
@Command(
    name = "install",
    description = {
      "Check a plug-in, copy it into the folder of plug-ins, and record its SHA-256 as trusted.",
      "",
      "Nothing of it is run. Once installed, it may do everything that you may do.",
    },
    footer = {
      "",
      "Examples:",
      "  prairie plugins install bent-1.0.0.jar",
      "  prairie plugins install folder-of-jars",
    })
final class PluginsInstallCommand implements Callable<Integer> {

  private final PluginHome home;
  private final PluginPolicy policy;
  private final Streams streams;

  @Parameters(paramLabel = "FILE", description = "A jar, or a folder with a jar and its libraries.")
  private Path file;

  @Option(names = "--sha256", paramLabel = "HASH", description = "What the jar's SHA-256 must be.")
  private String sha256;

  @Mixin private JsonOption json;

  @Inject
  PluginsInstallCommand(PluginHome home, PluginPolicy policy, Streams streams) {
    this.home = home;
    this.policy = policy;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Installed installed =
        new PluginInstaller(home, policy.isTrustedOnly())
            .install(file, Optional.ofNullable(sha256));
    if (json.isGiven()) {
      streams.json(plain(installed));
    } else {
      streams.result(
          "%s: %s %s"
              .formatted(
                  installed.isNew() ? "Installed" : "Installed before",
                  installed.manifest().id(),
                  installed.manifest().version()));
      installed.hashes().forEach((name, hash) -> streams.result("%s  %s".formatted(hash, name)));
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> plain(Installed installed) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", installed.manifest().id());
    plain.put("version", installed.manifest().version().toString());
    plain.put("file", installed.file().toString());
    plain.put("new", installed.isNew());
    plain.put("sha256", installed.hashes());
    return plain;
  }
}
