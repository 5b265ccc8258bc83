package org.prairieml.host.plugins.link;

import java.io.Closeable;
import java.util.List;
import java.util.function.Supplier;

/** The classes of one plug-in, or of Prairie itself. */
public sealed interface PluginClasses extends Closeable permits LayerClasses, ClassPathClasses {

  /** Returns the classes that Prairie was started with. */
  static PluginClasses ofPrairie() {
    return new LayerClasses(ModuleLayer.boot(), PluginClasses.class.getClassLoader(), () -> {});
  }

  /** Returns the class loader that the code expects as its thread's own. */
  ClassLoader loader();

  /**
   * Returns what creates the plug-in's own services of a type. A provider that cannot even be
   * looked up is among them, and fails when it is called.
   */
  <S> List<Supplier<S>> providers(Class<S> type);
}
