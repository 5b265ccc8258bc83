package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The services of one type. A name belongs to the plug-in that offers it first; other versions of
 * that plug-in are reached by {@code name@version}, other plug-ins by {@code plugin:name}.
 */
final class OfferTable {

  private final SortedMap<String, List<Offer>> offers = new TreeMap<>();

  /**
   * Adds an offer, unless the same version of the same plug-in has made it already.
   *
   * @return what has the name, if that is another plug-in or this very version
   */
  Optional<Offer> add(Offer offer) {
    List<Offer> same = offers.computeIfAbsent(offer.name(), _ -> new ArrayList<>());
    Optional<Offer> twin =
        same.stream().filter(other -> other.origin().equals(offer.origin())).findFirst();
    if (twin.isPresent()) {
      return twin;
    }
    same.add(offer);
    return Optional.of(same.getFirst()).filter(owner -> !owner.isNeighborOf(offer));
  }

  /** Removes what is part of a plug-in. */
  void remove(PluginInfo origin) {
    offers.values().forEach(same -> same.removeIf(offer -> offer.origin().equals(origin)));
    offers.values().removeIf(List::isEmpty);
  }

  /** Returns the offers of a name, the one that the name alone means first; none if unknown. */
  List<Offer> of(String name) {
    return List.copyOf(offers.getOrDefault(name, List.of()));
  }

  /** Returns what each name alone means, in order of names. */
  List<Offer> defaults() {
    return offers.values().stream().map(List::getFirst).toList();
  }

  /** Returns all versions of all, in order of names, then from the highest version down. */
  List<Offer> all() {
    return offers.values().stream().flatMap(List::stream).toList();
  }

  /** Returns all under the shortest references that mean them, in the order of {@link #all}. */
  Map<String, Offer> byReference() {
    Map<String, Offer> references = new LinkedHashMap<>();
    for (List<Offer> same : offers.values()) {
      for (Offer offer : same) {
        String name = offer.isNeighborOf(same.getFirst()) ? offer.name() : offer.qualifiedName();
        if (references.putIfAbsent(name, offer) != null) {
          references.put(name + Offer.AT + offer.origin().version(), offer);
        }
      }
    }
    return references;
  }
}
