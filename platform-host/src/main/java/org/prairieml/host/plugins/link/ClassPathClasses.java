package org.prairieml.host.plugins.link;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The classes of jars that are no modules, under a loader of their own.
 *
 * @param loader the loader
 */
record ClassPathClasses(SideLoader loader) implements PluginClasses {

  @Override
  public <S> List<Supplier<S>> providers(Class<S> type) {
    return Providers.of(
        ServiceLoader.load(type, loader), found -> found.getClassLoader() == loader);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
