package org.prairieml.host.plugins;

/**
 * A plug-in of which something, or all, cannot be used; everything else works without it.
 *
 * @param file the name of its jar
 * @param reason what is wrong, a clause without a full stop
 */
public record BrokenPlugin(String file, String reason) {

  /** Returns the sentence that tells a person. */
  @Override
  public String toString() {
    return "Plug-in '%s' is broken: %s.".formatted(file, reason);
  }
}
