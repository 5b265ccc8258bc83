package org.prairieml.host.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.prairieml.api.Service;
import org.prairieml.api.Services;
import org.prairieml.host.plugins.PluginInfo;
import org.prairieml.host.plugins.ServiceRegistry;

/** A registry that remembers what the services that were asked for are part of. */
final class ServiceOrigins implements Services {

  private final ServiceRegistry registry;
  private final Set<PluginInfo> seen = new LinkedHashSet<>(Set.of(PluginInfo.BUILT_IN));

  ServiceOrigins(ServiceRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <S extends Service> List<S> all(Class<S> type) {
    return registry.all(type);
  }

  @Override
  public <S extends Service> S find(Class<S> type, String name) {
    S service = registry.find(type, name);
    seen.add(registry.origin(service));
    return service;
  }

  /** Returns what has been seen, Prairie itself always first. */
  List<PluginInfo> seen() {
    return List.copyOf(seen);
  }
}
