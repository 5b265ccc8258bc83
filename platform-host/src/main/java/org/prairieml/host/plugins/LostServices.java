package org.prairieml.host.plugins;

import java.util.Optional;
import java.util.Set;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;

/**
 * Which services are not there because a plug-in is broken.
 *
 * @param types the names of the interfaces of which some may be missed; none if nobody knows
 * @param name the name of the service, if it is one of a known name
 */
public record LostServices(Optional<Set<String>> types, Optional<String> name) {

  /** Anything, for all one knows. */
  public static final LostServices ANY = new LostServices(Optional.empty(), Optional.empty());

  /** Returns services of some interfaces, whatever their names. */
  static LostServices of(Set<String> types) {
    return new LostServices(Optional.of(Set.copyOf(types)), Optional.empty());
  }

  /** Returns what one provider would have given. */
  static LostServices of(Class<?> type) {
    return of(Set.of(type.getName()));
  }

  /** Returns a service. */
  static LostServices named(Class<? extends Service> type, String name) {
    return new LostServices(Optional.of(Set.of(type.getName())), Optional.of(name));
  }

  /** Returns whether a service may be among them. */
  boolean mayHave(Class<? extends Service> type, String wanted) {
    return types.stream()
            .allMatch(known ->
                known.contains(type.getName()) || known.contains(ServiceCatalog.class.getName()))
        && name.stream().allMatch(wanted::equals);
  }
}
