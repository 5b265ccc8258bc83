package org.prairieml.host.plugins;

import org.prairieml.host.plugins.check.Problem;

/** A step in the life of a plug-in. */
public sealed interface PluginEvent {

  /**
   * Its jars were read and found right; nothing of it has run yet.
   *
   * @param plugin which one
   */
  record Loaded(PluginInfo plugin) implements PluginEvent {}

  /**
   * Its classes can be used; comes when the first service of a type that it provides is needed.
   *
   * @param plugin which one
   */
  record Ready(PluginInfo plugin) implements PluginEvent {}

  /**
   * It, or one of its services, cannot be used.
   *
   * @param file the name of its jar or folder
   * @param problem why
   */
  record Failed(String file, Problem problem) implements PluginEvent {}

  /**
   * It is gone, and its services with it.
   *
   * @param plugin which one
   */
  record Closed(PluginInfo plugin) implements PluginEvent {}
}
