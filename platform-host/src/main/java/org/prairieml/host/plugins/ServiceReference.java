package org.prairieml.host.plugins;

import java.util.Optional;

/**
 * How somebody refers to a service: {@code name}, {@code name@1.2}, {@code plugin:name} or {@code
 * plugin:name@1.2}.
 *
 * @param plugin the id of the plug-in, if any was given
 * @param name the service's name
 * @param version a version or the beginning of one, if any was given
 */
record ServiceReference(Optional<String> plugin, String name, Optional<String> version) {

  static ServiceReference of(String text) {
    int colon = text.indexOf(Offer.COLON);
    int at = text.lastIndexOf(Offer.AT);
    boolean hasVersion = at > colon;
    return new ServiceReference(
        colon < 0 ? Optional.empty() : Optional.of(text.substring(0, colon)),
        text.substring(colon + 1, hasVersion ? at : text.length()),
        hasVersion ? Optional.of(text.substring(at + 1)) : Optional.empty());
  }

  /** Returns whether an offer of the name is meant, where it belongs to some plug-in. */
  boolean isFor(Offer offer, PluginInfo owner) {
    return offer.origin().id().equals(plugin.orElse(owner.id()))
        && version.stream().allMatch(offer::hasVersion);
  }
}
