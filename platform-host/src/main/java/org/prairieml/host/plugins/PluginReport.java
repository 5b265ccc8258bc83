package org.prairieml.host.plugins;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.api.Service;
import org.prairieml.host.plugins.inspect.Inspection;
import org.prairieml.host.plugins.inspect.ServiceInterfaces;

/** Tells how it stands with every plug-in, for which all of them are loaded. */
public final class PluginReport {

  private final Installation installation;
  private final ServiceRegistry registry;

  /** Creates a report of an installation and its registry. */
  public PluginReport(Installation installation, ServiceRegistry registry) {
    this.installation = installation;
    this.registry = registry;
    registry.loadAll();
  }

  /** Returns what Prairie itself offers, under the name {@code built-in}. */
  public PluginStatus builtIn() {
    String file = PluginInfo.BUILT_IN.file();
    return new PluginStatus(file, Optional.empty(), Optional.empty(), services(file), List.of());
  }

  /** Returns the plug-ins in order of their file names. */
  public List<PluginStatus> plugins() {
    return installation.inspections().stream().map(this::status).toList();
  }

  private PluginStatus status(Inspection plugin) {
    return new PluginStatus(
        plugin.name(),
        plugin.manifest(),
        plugin.candidate(),
        services(plugin.name()),
        registry.broken().stream()
            .filter(broken -> broken.file().equals(plugin.name()))
            .map(BrokenPlugin::problem)
            .distinct()
            .toList());
  }

  private List<PluginStatus.TypedOffer> services(String file) {
    return ServiceInterfaces.ALL.stream().flatMap(type -> services(type, file)).toList();
  }

  private Stream<PluginStatus.TypedOffer> services(Class<? extends Service> type, String file) {
    return registry.offers(type).stream()
        .filter(offer -> offer.origin().file().equals(file))
        .map(offer -> new PluginStatus.TypedOffer(type, offer));
  }
}
