package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The services of one type. A name belongs to the plug-in that offers it first; further offers of
 * it are other versions of that plug-in.
 */
final class OfferTable {

  private final SortedMap<String, List<Offer>> offers = new TreeMap<>();

  /** Adds an offer, unless the name belongs to another plug-in or the version is there already. */
  Optional<Offer> add(Offer offer) {
    List<Offer> same = offers.computeIfAbsent(offer.name(), _ -> new ArrayList<>());
    Optional<Offer> inTheWay =
        same.stream()
            .filter(other ->
                !other.origin().id().equals(offer.origin().id())
                    || other.origin().version().equals(offer.origin().version()))
            .findFirst();
    if (inTheWay.isEmpty()) {
      same.add(offer);
    }
    return inTheWay;
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
}
