package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
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

  @Inject
  ActivationsListCommand(Provider<ServiceRegistry> registry, Streams streams) {
    this.registry = registry;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<Activation> all = registry.get().all(Activation.class);
    List<String> known =
        all.stream().flatMap(activation -> activation.tags().stream()).distinct().sorted().toList();
    for (String tag : tags) {
      if (!known.contains(tag)) {
        throw PrairieException.badInput(
            "No activation has the tag '%s'%s".formatted(tag, NearestName.hint(tag, known)));
      }
    }
    List<Activation> chosen =
        all.stream().filter(activation -> activation.tags().containsAll(tags)).toList();
    if (json.isGiven()) {
      streams.json(Map.of("activations", chosen.stream().map(this::plain).toList()));
    } else {
      table(chosen).lines().forEach(streams::result);
    }
    registry.get().broken().stream().map(BrokenPlugin::toString).forEach(streams::remark);
    return ExitCode.DONE;
  }

  private Map<String, Object> plain(Activation activation) {
    Map<String, Object> plain =
        new LinkedHashMap<>(new ServiceText(activation, registry.get().origin(activation)).brief());
    plain.put("tags", activation.tags());
    return plain;
  }

  private TextTable table(List<Activation> activations) {
    TextTable table =
        new TextTable(
            TextTable.Column.left("name"),
            TextTable.Column.left("from"),
            TextTable.Column.left("tags"),
            TextTable.Column.left("summary"));
    activations.forEach(activation ->
        table.row(
            activation.name(),
            registry.get().origin(activation).toString(),
            String.join(" ", activation.tags()),
            activation.summary()));
    return table;
  }
}
