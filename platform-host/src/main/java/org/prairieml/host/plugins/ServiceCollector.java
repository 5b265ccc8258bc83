package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.api.ServiceTypes;

/** Creates the services of sources; whatever fails is noted, and the rest goes on. */
final class ServiceCollector {

  private final Map<Class<? extends Service>, SortedMap<String, Service>> services =
      new HashMap<>();
  private final Map<Service, PluginInfo> origins = new IdentityHashMap<>();
  private final List<BrokenPlugin> broken = new ArrayList<>();

  /** Returns the services by type and name. */
  Map<Class<? extends Service>, SortedMap<String, Service>> services() {
    return services;
  }

  /** Returns where each service comes from; keys are compared by identity. */
  Map<Service, PluginInfo> origins() {
    return origins;
  }

  /** Returns what failed. */
  List<BrokenPlugin> broken() {
    return broken;
  }

  /** Creates every service of a source. */
  void collect(ServiceSource source) {
    source.within(() -> {
      ServiceInterfaces.ALL.forEach(type -> collect(source, type));
      each(source, ServiceCatalog.class, catalog -> addAll(source, catalog));
    });
  }

  private <S extends Service> void collect(ServiceSource source, Class<S> type) {
    each(source, type, service -> add(source, type, service));
  }

  private void addAll(ServiceSource source, ServiceCatalog catalog) {
    for (Service service : catalog.services()) {
      ServiceInterfaces.ALL.stream()
          .filter(type -> type.isInstance(service))
          .forEach(type -> attempt(source, () -> add(source, type, service)));
    }
  }

  private void add(ServiceSource source, Class<? extends Service> type, Service service) {
    String name = Objects.requireNonNull(service.name(), () -> service + " has no name");
    Service first = services.computeIfAbsent(type, _ -> new TreeMap<>()).putIfAbsent(name, service);
    if (first == null) {
      origins.put(service, source.plugin());
    } else {
      note(
          source,
          "it offers the %s '%s', which is already there from %s"
              .formatted(ServiceTypes.label(type), name, origins.get(first)));
    }
  }

  private <S> void each(ServiceSource source, Class<S> type, Consumer<S> use) {
    attempt(
        source,
        () ->
            source
                .providers(type)
                .forEach(provider -> attempt(source, () -> use.accept(provider.get()))));
  }

  private void attempt(ServiceSource source, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
      note(source, FailureReason.of(e));
    }
  }

  private void note(ServiceSource source, String reason) {
    broken.add(new BrokenPlugin(source.plugin().file(), reason));
  }
}
