package org.prairieml.api;

import java.util.Comparator;
import java.util.List;

/**
 * A fixed choice of services.
 *
 * @param services all of them
 */
public record TestServices(List<? extends Service> services) implements Services {

  /** Returns services to find. */
  public static TestServices of(Service... services) {
    return new TestServices(List.of(services));
  }

  @Override
  public <S extends Service> List<S> all(Class<S> type) {
    return services.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparing(Service::name))
        .toList();
  }
}
