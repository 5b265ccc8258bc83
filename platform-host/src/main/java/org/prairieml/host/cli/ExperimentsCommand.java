package org.prairieml.host.cli;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.host.experiment.ShippedExperiments;
import org.prairieml.host.statistics.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prairie experiments}. */
@Command(
    name = "experiments",
    description = "List the experiments that come with Prairie.",
    footer = {"", "Example:", "  prairie experiments"})
final class ExperimentsCommand implements Callable<Integer> {

  private final ShippedExperiments shipped;
  private final Streams streams;

  @Mixin private JsonOption json;

  @Inject
  ExperimentsCommand(ShippedExperiments shipped, Streams streams) {
    this.shipped = shipped;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<ShippedExperiments.Entry> entries = shipped.entries();
    if (json.isGiven()) {
      streams.json(Map.of("experiments", entries.stream().map(ExperimentsCommand::plain).toList()));
    } else {
      table(entries).lines().forEach(streams::result);
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> plain(ShippedExperiments.Entry entry) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", entry.name());
    plain.put("description", entry.description());
    return plain;
  }

  private static TextTable table(List<ShippedExperiments.Entry> entries) {
    TextTable table =
        new TextTable(TextTable.Column.left("name"), TextTable.Column.left("description"));
    entries.forEach(entry -> table.row(entry.name(), entry.description().replaceAll("\\s+", " ")));
    return table;
  }
}
