package org.prairieml.host.cli;

import jakarta.inject.Provider;
import java.util.concurrent.Callable;
import org.prairieml.host.plugins.Offer;
import org.prairieml.host.plugins.ServiceRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show} in every group of services. */
@Command(name = "show", description = "Show what one is and which options it has.")
final class ShowServiceCommand implements Callable<Integer> {

  private final ServiceGroup group;
  private final Provider<ServiceRegistry> registry;
  private final Streams streams;

  @Parameters(
      paramLabel = "NAME",
      description = "A name that 'list' lists, name@version, or plugin:name.")
  private String name;

  @Mixin private JsonOption json;

  ShowServiceCommand(ServiceGroup group, Provider<ServiceRegistry> registry, Streams streams) {
    this.group = group;
    this.registry = registry;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Offer offer = registry.get().offer(group.type(), name);
    ServiceText text = ServiceText.of(offer, registry.get(), group.type());
    if (json.isGiven()) {
      streams.json(text.full());
    } else {
      text.lines().forEach(streams::result);
    }
    return ExitCode.DONE;
  }
}
