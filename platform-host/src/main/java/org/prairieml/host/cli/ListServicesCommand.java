package org.prairieml.host.cli;

import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.host.plugins.BrokenPlugin;
import org.prairieml.host.plugins.ServiceRegistry;
import org.prairieml.host.statistics.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code list} in every group of services. */
@Command(name = "list", description = "List the ${PARENT-COMMAND-NAME}.")
final class ListServicesCommand implements Callable<Integer> {

  private final ServiceGroup group;
  private final Provider<ServiceRegistry> registry;
  private final Streams streams;

  @Mixin private JsonOption json;

  ListServicesCommand(ServiceGroup group, Provider<ServiceRegistry> registry, Streams streams) {
    this.group = group;
    this.registry = registry;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<ServiceText> services = ServiceText.all(registry.get(), group.type());
    if (json.isGiven()) {
      streams.json(Map.of(group.name(), services.stream().map(ServiceText::brief).toList()));
    } else if (services.isEmpty()) {
      streams.result("There are no %s; plug-ins may bring some.".formatted(group.name()));
    } else {
      table(services).lines().forEach(streams::result);
    }
    registry.get().broken().stream().map(BrokenPlugin::toString).forEach(streams::remark);
    return ExitCode.DONE;
  }

  private static TextTable table(List<ServiceText> services) {
    TextTable table =
        new TextTable(
            TextTable.Column.left("name"),
            TextTable.Column.left("from"),
            TextTable.Column.left("summary"));
    services.forEach(
        text -> table.row(text.name(), text.origin().toString(), text.service().summary()));
    return table;
  }
}
