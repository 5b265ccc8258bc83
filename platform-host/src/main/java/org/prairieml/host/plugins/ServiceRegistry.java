package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;
import org.prairieml.api.Services;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.inspect.ServiceInterfaces;

/**
 * The services of an installation, each created once, when its type is asked for. Safe for use by
 * several threads.
 *
 * <p>{@code name@version}, or {@code name@1.2} with the beginning of a version, finds a service in
 * that version of its plug-in; the name alone finds it in the highest. {@code plugin:name} finds a
 * service whose name belongs to another plug-in.
 */
public final class ServiceRegistry implements Services, AutoCloseable {

  private final List<ServiceSource> sources;
  private final List<BrokenPlugin> broken;
  private final PluginListener listener;
  private final ServiceCollector collector = new ServiceCollector(this::note);
  private final Map<Class<? extends Service>, OfferTable> tables = new HashMap<>();

  /** Creates a registry of an installation. */
  public ServiceRegistry(Installation installation) {
    this(installation, PluginListener.NONE);
  }

  /** Creates a registry of an installation that tells a listener what fails. */
  public ServiceRegistry(Installation installation, PluginListener listener) {
    this.sources = new ArrayList<>(installation.sources());
    this.broken = new ArrayList<>(installation.broken());
    this.listener = listener;
  }

  private void note(ServiceSource source, Problem problem, LostServices lost) {
    PluginInfo plugin = source.plugin();
    broken.add(new BrokenPlugin(plugin.file(), Optional.of(plugin), problem, lost));
    listener.on(new PluginEvent.Failed(plugin.file(), problem));
  }

  private synchronized OfferTable table(Class<? extends Service> type) {
    OfferTable known = tables.get(type);
    if (known == null) {
      known = collector.collect(type, sources);
      tables.put(type, known);
    }
    return known;
  }

  @Override
  public <S extends Service> List<S> all(Class<S> type) {
    return table(type).defaults().stream().map(Offer::service).map(type::cast).toList();
  }

  /**
   * Returns every service of a type in every version, in order of names, the highest version first.
   */
  public List<Offer> offers(Class<? extends Service> type) {
    return table(type).all();
  }

  /** Returns the same under the shortest references that mean them, in the same order. */
  public Map<String, Offer> offersByReference(Class<? extends Service> type) {
    return table(type).byReference();
  }

  /**
   * {@inheritDoc}
   *
   * @throws PrairieException bad input, if there is none; a plug-in's fault, if there is none
   *     because a plug-in is broken, or perhaps because of that
   */
  @Override
  public <S extends Service> S find(Class<S> type, String reference) {
    return type.cast(offer(type, reference).service());
  }

  /** Returns a service with where it is from, as {@link #find} does. */
  public Offer offer(Class<? extends Service> type, String reference) {
    ServiceReference wanted = ServiceReference.of(reference);
    List<Offer> versions = table(type).of(wanted.name());
    return versions.stream()
        .filter(offer -> wanted.isFor(offer, versions.getFirst().origin()))
        .findFirst()
        .orElseThrow(
            () -> new MissingService(type, wanted, versions, names(type), broken()).toException());
  }

  private List<String> names(Class<? extends Service> type) {
    return table(type).defaults().stream().map(Offer::name).toList();
  }

  /** Returns what a service that this registry has given is part of. */
  public PluginInfo origin(Service service) {
    return everyOffer()
        .filter(offer -> offer.service() == service)
        .findFirst()
        .map(Offer::origin)
        .orElse(null);
  }

  private synchronized Stream<Offer> everyOffer() {
    return tables.values().stream().flatMap(table -> table.all().stream()).toList().stream();
  }

  /** Returns what could not be used, as far as anybody has asked for it. */
  public synchronized List<BrokenPlugin> broken() {
    return List.copyOf(broken);
  }

  /** Creates all services of all types, so that {@link #broken} knows everything. */
  public void loadAll() {
    ServiceInterfaces.ALL.forEach(this::table);
  }

  /**
   * Closes a plug-in and forgets its services. Its classes go when nobody else holds on to one of
   * them; those of a plug-in that started native code never do.
   *
   * @return whether it was there
   */
  public synchronized boolean unload(String id, String version) {
    List<ServiceSource> leaving =
        sources.stream()
            .filter(source -> source.plugin().id().equals(id))
            .filter(source -> source.plugin().version().equals(version))
            .toList();
    leaving.forEach(this::close);
    return !leaving.isEmpty();
  }

  private void close(ServiceSource source) {
    sources.remove(source);
    collector.forget(source);
    tables.values().forEach(table -> table.remove(source.plugin()));
    broken.removeIf(plugin -> plugin.file().equals(source.plugin().file()));
    source.close();
  }

  /** Closes every plug-in. */
  @Override
  public synchronized void close() {
    List.copyOf(sources).forEach(this::close);
  }
}
