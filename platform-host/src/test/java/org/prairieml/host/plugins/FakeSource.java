package org.prairieml.host.plugins;

import java.util.List;
import java.util.function.Supplier;

/** A source of services that are already there. */
public record FakeSource(PluginInfo plugin, List<Object> services) implements ServiceSource {

  /** Returns a plug-in with services. */
  public static FakeSource plugin(String id, Object... services) {
    return new FakeSource(new PluginInfo(id, "1.0.0", id + ".jar"), List.of(services));
  }

  /** Returns a registry of fake plug-ins alone. */
  public static ServiceRegistry registry(ServiceSource... sources) {
    return new ServiceRegistry(Installation.of(List.of(sources), List.of()));
  }

  @Override
  public <S> List<Supplier<S>> providers(Class<S> type) {
    return services.stream()
        .filter(type::isInstance)
        .<Supplier<S>>map(service -> () -> type.cast(service))
        .toList();
  }
}
