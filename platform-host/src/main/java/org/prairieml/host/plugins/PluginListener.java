package org.prairieml.host.plugins;

/** Is told what becomes of plug-ins, on the thread on which it happens. */
@FunctionalInterface
public interface PluginListener {

  /** Does not listen. */
  PluginListener NONE = event -> {};

  /** Takes an event. */
  void on(PluginEvent event);
}
