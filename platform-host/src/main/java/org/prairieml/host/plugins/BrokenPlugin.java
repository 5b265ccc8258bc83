package org.prairieml.host.plugins;

import java.util.Optional;
import org.prairieml.host.plugins.check.Problem;

/**
 * A plug-in of which something, or all, cannot be used; everything else works without it.
 *
 * @param file the name of its jar or folder
 * @param info id and version, if they are known
 * @param problem what is wrong
 * @param lost what is missed for it
 */
public record BrokenPlugin(
    String file, Optional<PluginInfo> info, Problem problem, LostServices lost) {

  /** Returns a plug-in of which nothing is known but that it is broken. */
  public static BrokenPlugin unknown(String file, Problem problem) {
    return new BrokenPlugin(file, Optional.empty(), problem, LostServices.ANY);
  }

  /** Returns the sentences that tell a person. */
  @Override
  public String toString() {
    return "Plug-in '%s' is broken: %s".formatted(file, problem);
  }
}
