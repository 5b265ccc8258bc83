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

  /** Separates a plug-in from a service's name. */
  public static final char COLON = ':';

  /** Returns the name with the version, which tells versions of a plug-in apart. */
  public String reference() {
    return name + AT + origin.version();
  }

  /** Returns the name with the plug-in, which tells plug-ins with one name for a service apart. */
  public String qualifiedName() {
    return origin.id() + COLON + name;
  }

  /** Returns whether this is from the same plug-in, in any version. */
  boolean isNeighborOf(Offer other) {
    return origin.id().equals(other.origin.id());
  }

  /** Returns whether a version, or the beginning of one such as {@code 1.2}, is this one's. */
  boolean hasVersion(String version) {
    return origin.version().equals(version) || origin.version().startsWith(version + ".");
  }
}
