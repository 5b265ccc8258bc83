package org.prairieml.host.plugins.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parent of every plug-in's loader: it shows the JDK and Prairie's exported packages, and hides
 * the libraries that Prairie itself uses.
 *
 * <p>The JDK's platform loader alone does not: it hands on to whatever loader has a module of the
 * boot layer.
 */
final class PlatformLoader extends ClassLoader {

  static final PlatformLoader INSTANCE = new PlatformLoader();

  private final Map<String, Module> visible = new HashMap<>();

  private PlatformLoader() {
    super("prairie-platform", ClassLoader.getPlatformClassLoader());
    PlatformModules.visible()
        .forEach(
            module -> PlatformModules.packages(module).forEach(name -> visible.put(name, module)));
  }

  /** Returns the module that has a package, if plug-ins may see it. */
  Optional<Module> owner(String packageName) {
    return Optional.ofNullable(visible.get(packageName));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Module module = visible.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    Class<?> found = module == null ? null : Class.forName(module, name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }
}
