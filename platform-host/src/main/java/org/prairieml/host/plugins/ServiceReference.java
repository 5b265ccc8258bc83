package org.prairieml.host.plugins;

import java.util.Optional;

/**
 * How somebody refers to a service.
 *
 * @param name the service's name
 * @param version a version or the beginning of one, if any was given
 */
record ServiceReference(String name, Optional<String> version) {

  static ServiceReference of(String text) {
    int at = text.lastIndexOf(Offer.AT);
    return at < 0
        ? new ServiceReference(text, Optional.empty())
        : new ServiceReference(text.substring(0, at), Optional.of(text.substring(at + 1)));
  }

  /** Returns whether an offer of the name is meant. */
  boolean isFor(Offer offer) {
    return version.stream().allMatch(offer::hasVersion);
  }
}
