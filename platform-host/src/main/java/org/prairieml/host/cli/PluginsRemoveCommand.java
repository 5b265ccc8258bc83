package org.prairieml.host.cli;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.store.PluginRemover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prairie plugins remove}. */
@Command(
    name = "remove",
    description = "Delete a plug-in, sound or broken, and its record.",
    footer = {
      "",
      "Examples:",
      "  prairie plugins remove bent",
      "  prairie plugins remove bent@1.0.0"
    })
final class PluginsRemoveCommand implements Callable<Integer> {

  private final PluginHome home;
  private final Streams streams;

  @Parameters(
      paramLabel = "PLUGIN",
      description = "An id, id@version, or a file's name, as 'prairie plugins list' lists them.")
  private String plugin;

  @Mixin private JsonOption json;

  @Inject
  PluginsRemoveCommand(PluginHome home, Streams streams) {
    this.home = home;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    String file = new PluginRemover(home).remove(plugin);
    if (json.isGiven()) {
      streams.json(Map.of("removed", file));
    } else {
      streams.result("Removed: " + file);
    }
    return ExitCode.DONE;
  }
}
