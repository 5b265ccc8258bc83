package org.prairieml.host.plugins;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;
import org.prairieml.api.Services;

/** The services of an installation, each created once. Immutable and safe for several threads. */
public final class ServiceRegistry implements Services {

  private final Map<Class<? extends Service>, SortedMap<String, Service>> services;
  private final Map<Service, PluginInfo> origins;
  private final List<BrokenPlugin> broken;

  /** Creates the services of an installation. */
  public ServiceRegistry(Installation installation) {
    ServiceCollector collector = new ServiceCollector();
    installation.sources().forEach(collector::collect);
    services = collector.services();
    origins = collector.origins();
    broken = Stream.concat(installation.broken().stream(), collector.broken().stream()).toList();
  }

  @Override
  public <S extends Service> List<S> all(Class<S> type) {
    return services.getOrDefault(type, Collections.emptySortedMap()).values().stream()
        .map(type::cast)
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws PrairieException bad input, if there is none; a plug-in's fault, if there is none and a
   *     plug-in is broken, since that may be why
   */
  @Override
  public <S extends Service> S find(Class<S> type, String name) {
    try {
      return Services.super.find(type, name);
    } catch (PrairieException missing) {
      throw broken.isEmpty()
          ? missing
          : PrairieException.plugin(missing.getMessage() + " " + brokenInWords(), missing);
    }
  }

  private String brokenInWords() {
    return broken.stream().map(BrokenPlugin::toString).collect(Collectors.joining(" "));
  }

  /** Returns what a service of this registry is part of. */
  public PluginInfo origin(Service service) {
    return origins.get(service);
  }

  /** Returns what could not be used. */
  public List<BrokenPlugin> broken() {
    return broken;
  }
}
