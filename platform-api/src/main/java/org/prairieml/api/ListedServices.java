package org.prairieml.api;

import java.util.Comparator;
import java.util.List;

/**
 * A fixed list of services.
 *
 * @param services in any order
 */
record ListedServices(List<? extends Service> services) implements Services {

  @Override
  public <S extends Service> List<S> all(Class<S> type) {
    return services.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparing(Service::name))
        .toList();
  }
}
