package org.prairieml.host.plugins;

import java.util.List;
import java.util.Optional;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.inspect.PluginCandidate;
import org.prairieml.host.plugins.inspect.PluginManifest;

/**
 * How it stands with a plug-in.
 *
 * @param file the name of its jar or folder
 * @param manifest what it says of itself, if that could be read
 * @param candidate what is in its jars, if they are in order
 * @param services what it offers and can be used
 * @param problems what is wrong
 */
public record PluginStatus(
    String file,
    Optional<PluginManifest> manifest,
    Optional<PluginCandidate> candidate,
    List<TypedOffer> services,
    List<Problem> problems) {

  /** The states in which a plug-in can be. */
  public enum State {
    /** All of it works. */
    READY,
    /** Something of it works. */
    PARTIAL,
    /** Nothing of it can be used. */
    BROKEN
  }

  /**
   * A service and the interface under which it is offered.
   *
   * @param type the interface
   * @param offer the service
   */
  public record TypedOffer(Class<?> type, Offer offer) {}

  /** Returns the state. */
  public State state() {
    if (problems.isEmpty()) {
      return State.READY;
    }
    return services.isEmpty() ? State.BROKEN : State.PARTIAL;
  }
}
