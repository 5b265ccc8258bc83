package org.prairieml.host.plugins.link;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The classes of a module layer.
 *
 * @param layer the layer
 * @param loader the loader of its modules
 * @param libraries closes the jars beside it that are no modules
 */
record LayerClasses(ModuleLayer layer, ClassLoader loader, Closeable libraries)
    implements PluginClasses {

  @Override
  public <S> List<Supplier<S>> providers(Class<S> type) {
    return Providers.of(
        ServiceLoader.load(layer, type), found -> found.getModule().getLayer() == layer);
  }

  @Override
  public void close() throws IOException {
    libraries.close();
  }
}
