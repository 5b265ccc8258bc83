package org.prairieml.host.cli;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.store.PluginVerifier;
import org.prairieml.host.plugins.store.VerifiedJar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prairie plugins verify}. */
@Command(
    name = "verify",
    description = {
      "Compare every jar with what was recorded when it was installed, and read it to its end.",
      "",
      "The exit code is 4 if a jar is changed, missing or broken; with --trusted-only also if one"
          + " is neither recorded nor signed by somebody whose key is in the trust store.",
    },
    footer = {"", "Example:", "  prairie plugins verify"})
final class PluginsVerifyCommand implements Callable<Integer> {

  private final PluginHome home;
  private final PluginPolicy policy;
  private final Streams streams;

  @Mixin private JsonOption json;

  @Inject
  PluginsVerifyCommand(PluginHome home, PluginPolicy policy, Streams streams) {
    this.home = home;
    this.policy = policy;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<VerifiedJar> jars = new PluginVerifier(home).verify();
    if (json.isGiven()) {
      streams.json(Map.of("jars", jars.stream().map(VerifiedJarText::plain).toList()));
    } else {
      VerifiedJarText.table(jars).lines().forEach(streams::result);
      jars.forEach(jar ->
          jar.problem().ifPresent(problem -> streams.result("\n" + jar.file() + ": " + problem)));
    }
    return jars.stream().map(VerifiedJar::status).allMatch(this::isAccepted)
        ? ExitCode.DONE
        : ExitCode.PLUGIN;
  }

  private boolean isAccepted(VerifiedJar.Status status) {
    return policy.isTrustedOnly() ? status.isTrusted() : status.isInOrder();
  }
}
