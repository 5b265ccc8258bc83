package org.prairieml.host.plugins.link;

import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prairieml.api.Service;

/** What of the boot layer a plug-in may see: the JDK, and Prairie's modules, but no library. */
public final class PlatformModules {

  /** The module that plug-ins are compiled against. */
  public static final Module API = Service.class.getModule();

  private static final String NAMESPACE = namespace(API.getName());

  private PlatformModules() {}

  private static String namespace(String module) {
    return module.substring(0, module.lastIndexOf('.') + 1);
  }

  /** Returns whether a module has a name of Prairie's own. */
  public static boolean isPrairies(String module) {
    return module.startsWith(NAMESPACE);
  }

  /** Returns whether the boot layer has a module and plug-ins may use it. */
  static boolean has(String module) {
    return isVisible(module) && ModuleLayer.boot().findModule(module).isPresent();
  }

  /** Returns whether a module would be one for plug-ins, whether it is there or not. */
  static boolean isVisible(String module) {
    return isJdk(module) || isPrairies(module);
  }

  /** These beginnings are reserved for the JDK. */
  static boolean isJdk(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }

  /** Returns the modules that plug-ins may use. */
  static Stream<Module> visible() {
    return ModuleLayer.boot().modules().stream().filter(module -> isVisible(module.getName()));
  }

  /** Returns the packages of a module that plug-ins may see: those of the JDK guard themselves. */
  static Set<String> packages(Module module) {
    return isJdk(module.getName())
        ? module.getPackages()
        : module.getDescriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
  }
}
