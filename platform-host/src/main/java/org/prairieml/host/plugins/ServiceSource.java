package org.prairieml.host.plugins;

import java.util.List;
import java.util.function.Supplier;

/**
 * A place that services come from: Prairie itself, or a plug-in.
 *
 * <p>What it calls is foreign code, which may throw anything.
 */
public interface ServiceSource {

  /** Returns what the services are part of. */
  PluginInfo plugin();

  /** Returns what creates the services of a type. */
  <S> List<Supplier<S>> providers(Class<S> type);

  /** Does work that calls the services' code, in the surroundings that it expects. */
  default void within(Runnable work) {
    work.run();
  }
}
