package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.PluginReport;
import org.prairieml.host.plugins.ServiceRegistry;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prairie plugins list}. */
@Command(
    name = "list",
    description = {
      "List what is in the folder of plug-ins, and what is wrong with what does not work.",
      "",
      "All plug-ins are loaded and all their services created.",
    },
    footer = {"", "Example:", "  prairie plugins list --json"})
final class PluginsListCommand implements Callable<Integer> {

  private final Provider<Installation> installation;
  private final Provider<ServiceRegistry> registry;
  private final Streams streams;

  @Mixin private JsonOption json;

  @Inject
  PluginsListCommand(
      Provider<Installation> installation, Provider<ServiceRegistry> registry, Streams streams) {
    this.installation = installation;
    this.registry = registry;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    PluginReport report = new PluginReport(installation.get(), registry.get());
    List<PluginText> plugins =
        Stream.concat(Stream.of(report.builtIn()), report.plugins().stream())
            .map(PluginText::new)
            .toList();
    if (json.isGiven()) {
      streams.json(Map.of("plugins", plugins.stream().map(PluginText::toPlain).toList()));
    } else {
      table(plugins).lines().forEach(streams::result);
      plugins.stream()
          .flatMap(plugin -> plugin.problems().stream())
          .forEach(line -> streams.result("\n" + line));
    }
    return ExitCode.DONE;
  }

  private static TextTable table(List<PluginText> plugins) {
    TextTable table =
        new TextTable(
            Column.left("id"),
            Column.left("version"),
            Column.left("API"),
            Column.left("state"),
            Column.left("file"),
            Column.left("services"));
    plugins.forEach(plugin ->
        table.row(
            plugin.id(),
            plugin.version(),
            plugin.api(),
            plugin.state(),
            plugin.status().file(),
            plugin.services()));
    return table;
  }
}
