package org.prairieml.host.plugins.inspect;

import java.util.Optional;
import org.prairieml.host.plugins.check.Problem;

/**
 * What was found in a place where there should be a plug-in.
 *
 * @param name the name of the file or the folder
 * @param manifest what it says of itself, if that could be read
 * @param candidate the plug-in, if nothing was wrong
 * @param problem what is wrong, if something is
 */
public record Inspection(
    String name,
    Optional<PluginManifest> manifest,
    Optional<PluginCandidate> candidate,
    Optional<Problem> problem) {

  /** Returns the plug-in, now that a problem was found with it. */
  Inspection failed(Problem found) {
    return new Inspection(name, manifest, candidate, Optional.of(found));
  }

  /** Returns whether it may work. */
  public boolean isSound() {
    return problem.isEmpty();
  }
}
