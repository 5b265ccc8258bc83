package org.prairieml.api;

import java.util.List;

/** Finds services by type and name, whichever plug-in they come from. */
public interface Services {

  /** Returns services from a fixed list: for tests, and for use without a host. */
  static Services of(List<? extends Service> services) {
    return new ListedServices(List.copyOf(services));
  }

  /** Returns every service of a type, in order of name. */
  <S extends Service> List<S> all(Class<S> type);

  /**
   * Returns the service of a type with a name.
   *
   * @throws PrairieException bad input, if there is none; the message names the nearest
   */
  default <S extends Service> S find(Class<S> type, String name) {
    List<S> candidates = all(type);
    return candidates.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            PrairieException.badInput(
                "There is no %s '%s'%s"
                    .formatted(
                        ServiceTypes.label(type),
                        name,
                        NearestName.hint(name, candidates.stream().map(Service::name).toList()))));
  }
}
