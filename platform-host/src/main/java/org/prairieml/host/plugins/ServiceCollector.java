package org.prairieml.host.plugins;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.api.ServiceTypes;
import org.prairieml.host.plugins.check.FailureReason;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.inspect.ServiceInterfaces;

/**
 * Creates the services of sources, type by type; whatever fails is noted, and the rest goes on. A
 * service that is of several types is created once by its catalog.
 */
final class ServiceCollector {

  private final Failures failures;
  private final Set<ServiceSource> unusable = new HashSet<>();
  private final Map<ServiceSource, List<Named>> catalogs = new IdentityHashMap<>();

  /** Takes what fails. */
  @FunctionalInterface
  interface Failures {

    /** Notes that something of a source cannot be used. */
    void note(ServiceSource source, Problem problem, LostServices lost);
  }

  /**
   * A service that has told its name.
   *
   * @param name the name
   * @param service the service
   */
  record Named(String name, Service service) {}

  ServiceCollector(Failures failures) {
    this.failures = failures;
  }

  /** Returns the services of a type from all sources. */
  <S extends Service> OfferTable collect(Class<S> type, List<ServiceSource> sources) {
    OfferTable table = new OfferTable();
    for (ServiceSource source : sources) {
      provided(source, type).forEach(service -> add(table, type, source, service));
      catalog(source).stream()
          .filter(service -> type.isInstance(service.service()))
          .forEach(service -> add(table, type, source, service));
    }
    return table;
  }

  /** Forgets a source. */
  void forget(ServiceSource source) {
    catalogs.remove(source);
    unusable.remove(source);
  }

  private <S extends Service> List<Named> provided(ServiceSource source, Class<S> type) {
    return providers(source, type).stream()
        .flatMap(provider -> attempt(source, type, () -> List.of(named(provider.get()))).stream())
        .toList();
  }

  private List<Named> catalog(ServiceSource source) {
    List<Named> known = catalogs.get(source);
    if (known == null) {
      known =
          providers(source, ServiceCatalog.class).stream()
              .flatMap(provider ->
                  attempt(source, ServiceCatalog.class, () -> services(provider.get())).stream())
              .toList();
      catalogs.put(source, known);
    }
    return known;
  }

  private <S> List<Supplier<S>> providers(ServiceSource source, Class<S> type) {
    if (!source.declares(type) || unusable.contains(source)) {
      return List.of();
    }
    try {
      return source.providers(type);
    } catch (ProblemException e) {
      unusable.add(source);
      failures.note(source, e.problem(), lostWith(source));
      return List.of();
    }
  }

  private static LostServices lostWith(ServiceSource source) {
    Set<String> types = new HashSet<>();
    ServiceInterfaces.withCatalogs()
        .filter(source::declares)
        .forEach(type -> types.add(type.getName()));
    return LostServices.of(types);
  }

  private List<Named> attempt(ServiceSource source, Class<?> type, Supplier<List<Named>> work) {
    try {
      return source.call(work);
    } catch (TimeLimit.Foreign e) {
      failures.note(source, FailureReason.of(e.getCause()), LostServices.of(type));
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      failures.note(source, FailureReason.of(e), LostServices.of(type));
    }
    return List.of();
  }

  private static List<Named> services(ServiceCatalog catalog) {
    if (catalog == null) {
      throw gaveNull("a catalog", "");
    }
    List<? extends Service> services = catalog.services();
    if (services == null) {
      throw gaveNull("the list of services of", " " + catalog.getClass().getName());
    }
    return services.stream().map(ServiceCollector::named).toList();
  }

  private static ProblemException gaveNull(String what, String of) {
    return new Problem(
            "a provider gave null instead of " + what + of, "Ask its author, or remove it")
        .toException();
  }

  /** Everything that help and lists will ask a service for is asked for here, once, under guard. */
  private static Named named(Service service) {
    if (service == null) {
      throw gaveNull("a service", "");
    }
    String name = service.name();
    String type = service.getClass().getName();
    require(name != null && name.matches("[^\\s@:]+"), type + " has the name '" + name + "'");
    require(service.summary() != null, type + " has no summary");
    require(service.options() != null, type + " gives null for its options");
    require(service.source() != null, type + " gives null for its source");
    return new Named(name, service);
  }

  private static void require(boolean right, String reason) {
    if (!right) {
      throw new Problem(reason, "Ask its author, or remove it").toException();
    }
  }

  private <S extends Service> void add(
      OfferTable table, Class<S> type, ServiceSource source, Named service) {
    S adopted = source.adopted(type, type.cast(service.service()));
    Offer offer = new Offer(service.name(), adopted, source.plugin());
    table
        .add(offer)
        .ifPresent(first ->
            failures.note(
                source,
                new Problem(
                    "it offers the %s '%s', which is already there from %s"
                        .formatted(ServiceTypes.label(type), service.name(), first.origin()),
                    first.isNeighborOf(offer)
                        ? "Ask its author for another name"
                        : "Write '%s' where it is meant, or remove one of the two plug-ins"
                            .formatted(offer.qualifiedName())),
                LostServices.named(type, service.name())));
  }
}
