package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The services that the modules of one layer provide.
 *
 * @param plugin what the modules are part of
 * @param layer the layer
 * @param loader the class loader that plug-in code expects as its thread's own
 */
record LayerSource(PluginInfo plugin, ModuleLayer layer, ClassLoader loader)
    implements ServiceSource {

  /** Returns the services of the modules that Prairie was started with. */
  static LayerSource builtIn() {
    return new LayerSource(
        PluginInfo.BUILT_IN, ModuleLayer.boot(), LayerSource.class.getClassLoader());
  }

  @Override
  public <S> List<Supplier<S>> providers(Class<S> type) {
    List<Supplier<S>> providers = new ArrayList<>();
    ServiceLoader.load(layer, type).stream()
        // a service loader also finds what the parent layers provide
        .filter(provider -> provider.type().getModule().getLayer() == layer)
        .forEach(providers::add);
    return providers;
  }

  @Override
  public void within(Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
