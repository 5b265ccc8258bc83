package org.prairieml.host.plugins;

import java.io.Closeable;
import java.util.List;
import java.util.function.Supplier;

/**
 * A place that services come from: Prairie itself, or a plug-in.
 *
 * <p>What it calls is foreign code, which may throw anything.
 */
public interface ServiceSource extends Closeable {

  /** Returns what the services are part of. */
  PluginInfo plugin();

  /** Returns whether there may be services of a type. */
  default boolean declares(Class<?> type) {
    return true;
  }

  /**
   * Returns what creates the services of a type.
   *
   * @throws org.prairieml.host.plugins.check.ProblemException if nothing of the source can be used
   */
  <S> List<Supplier<S>> providers(Class<S> type);

  /** Calls the services' code, in the surroundings that it expects. */
  default <T> T call(Supplier<T> code) {
    return code.get();
  }

  /** Returns a service as the host is to use it under an interface. */
  default <S> S adopted(Class<S> type, S service) {
    return service;
  }

  /** Lets go of all classes. */
  @Override
  default void close() {}
}
