package org.prairieml.host.cli;

import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.host.plugins.BrokenPlugin;
import org.prairieml.host.plugins.ServiceRegistry;
import org.prairieml.host.statistics.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prairie activations list}. */
@Command(
    name = "list",
    description = "List the activations, all or those with some tags.",
    footer = {
      "",
      "Examples:",
      "  prairie activations list",
      "  prairie activations list --tag learnable --json",
    })
final class ActivationsListCommand implements Callable<Integer> {

  private final Provider<ServiceRegistry> registry;
  private final Streams streams;

  @Option(
      names = "--tag",
      paramLabel = "WORD",
      description = "Only those with this tag; given more than once, with all of them.")
  private List<String> tags = new ArrayList<>();

  @Mixin private JsonOption json;

  ActivationsListCommand(Provider<ServiceRegistry> registry, Streams streams) {
    this.registry = registry;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<ServiceText> all = ServiceText.all(registry.get(), Activation.class);
    checkTags(all);
    List<ServiceText> chosen = all.stream().filter(text -> tags(text).containsAll(tags)).toList();
    if (json.isGiven()) {
      streams.json(
          Map.of("activations", chosen.stream().map(ActivationsListCommand::plain).toList()));
    } else {
      table(chosen).lines().forEach(streams::result);
    }
    registry.get().broken().stream().map(BrokenPlugin::toString).forEach(streams::remark);
    return ExitCode.DONE;
  }

  private void checkTags(List<ServiceText> all) {
    List<String> known =
        all.stream().flatMap(text -> tags(text).stream()).distinct().sorted().toList();
    for (String tag : tags) {
      if (!known.contains(tag)) {
        throw PrairieException.badInput(
            "No activation has the tag '%s'%s".formatted(tag, NearestName.hint(tag, known)));
      }
    }
  }

  private static Collection<String> tags(ServiceText text) {
    return ((Activation) text.service()).tags();
  }

  private static Map<String, Object> plain(ServiceText text) {
    Map<String, Object> plain = new LinkedHashMap<>(text.brief());
    if (!tags(text).isEmpty()) {
      plain.put("tags", tags(text));
    }
    return plain;
  }

  /** Tags are a column of their own only where a tag was asked for: the table is wide as it is. */
  private TextTable table(List<ServiceText> activations) {
    List<TextTable.Column> columns =
        new ArrayList<>(List.of(TextTable.Column.left("name"), TextTable.Column.left("from")));
    if (!tags.isEmpty()) {
      columns.add(TextTable.Column.left("tags"));
    }
    columns.add(TextTable.Column.left("summary"));
    TextTable table = new TextTable(columns.toArray(TextTable.Column[]::new));
    activations.forEach(text -> table.row(row(text)));
    return table;
  }

  private String[] row(ServiceText text) {
    List<String> row = new ArrayList<>(List.of(text.name(), text.origin().toString()));
    if (!tags.isEmpty()) {
      row.add(String.join(" ", tags(text)));
    }
    row.add(text.service().summary());
    return row.toArray(String[]::new);
  }
}
