package org.prairieml.host.plugins;

import org.prairieml.api.Service;

/**
 * A service under its name.
 *
 * @param name what the service called itself when it was asked first
 * @param service the service
 * @param origin what it is part of
 */
public record Offer(String name, Service service, PluginInfo origin) {

  /** Separates a service's name from a version. */
  public static final char AT = '@';

  /** Returns the name with the version, which tells versions of a plug-in apart. */
  public String reference() {
    return name + AT + origin.version();
  }

  /** Returns whether a version, or the beginning of one such as {@code 1.2}, is this one's. */
  boolean hasVersion(String version) {
    return origin.version().equals(version) || origin.version().startsWith(version + ".");
  }
}
