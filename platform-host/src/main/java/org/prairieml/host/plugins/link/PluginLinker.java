package org.prairieml.host.plugins.link;

import java.io.Closeable;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.prairieml.host.plugins.check.FailureReason;
import org.prairieml.host.plugins.check.JarContents;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.inspect.PluginCandidate;

/**
 * Makes classes of a plug-in's jars.
 *
 * <p>A plug-in whose main jar is a named module gets a layer with that module and those that it
 * requires; its other jars come from a loader beside the layer. A plug-in whose main jar is no
 * module gets a loader for all of its jars.
 */
public final class PluginLinker {

  private final PluginCandidate plugin;

  private PluginLinker(PluginCandidate plugin) {
    this.plugin = plugin;
  }

  /**
   * Returns the classes of a plug-in; none is loaded yet.
   *
   * @throws ProblemException if its modules do not fit together
   */
  public static PluginClasses link(PluginCandidate plugin) {
    return plugin
        .module()
        .map(module -> new PluginLinker(plugin).layer(module))
        .orElseGet(() -> new ClassPathClasses(new SideLoader(name(plugin), all(plugin))));
  }

  private static String name(PluginCandidate plugin) {
    return plugin.manifest().reference();
  }

  private static List<JarContents> all(PluginCandidate plugin) {
    return Stream.concat(Stream.of(plugin.main()), plugin.libraries().stream()).toList();
  }

  private PluginClasses layer(ModuleDescriptor main) {
    RequiredModules modules = RequiredModules.of(plugin, main);
    List<JarContents> beside =
        all(plugin).stream().filter(jar -> !modules.jars().contains(jar)).toList();
    requireNoSplitPackages(modules.jars(), beside);
    Configuration configuration = resolve(modules);
    if (beside.isEmpty()) {
      return define(configuration, main.name(), PlatformLoader.INSTANCE, () -> {});
    }
    SideLoader libraries = new SideLoader(name(plugin) + " libraries", beside);
    return define(configuration, main.name(), libraries, libraries);
  }

  private static PluginClasses define(
      Configuration configuration, String main, ClassLoader parent, Closeable libraries) {
    ModuleLayer.Controller controller =
        ModuleLayer.defineModulesWithOneLoader(configuration, List.of(ModuleLayer.boot()), parent);
    ModuleLayer layer = controller.layer();
    if (parent instanceof SideLoader) {
      layer.modules().forEach(module -> controller.addReads(module, parent.getUnnamedModule()));
    }
    allowNativeAccess(controller);
    return new LayerClasses(layer, layer.findLoader(main), libraries);
  }

  /** What the host may do itself, it may hand on; else Java would warn. */
  @SuppressWarnings("restricted")
  private static void allowNativeAccess(ModuleLayer.Controller controller) {
    if (PluginLinker.class.getModule().isNativeAccessEnabled()) {
      controller.layer().modules().forEach(controller::enableNativeAccess);
    }
  }

  private static Configuration resolve(RequiredModules modules) {
    Path[] files = modules.jars().stream().map(JarContents::file).toArray(Path[]::new);
    try {
      return ModuleLayer.boot()
          .configuration()
          .resolve(ModuleFinder.of(files), ModuleFinder.of(), modules.names());
    } catch (FindException | ResolutionException e) {
      throw new ProblemException(unresolved(e), e);
    }
  }

  private static Problem unresolved(RuntimeException e) {
    String reason = FailureReason.inWords(e);
    return reason.contains("package")
        ? new Problem(
            "a package is split between modules: " + reason,
            "Leave the other module's classes out of the jar, or rename the package")
        : new Problem("its modules do not fit together: " + reason, "Build the plug-in again");
  }

  private static void requireNoSplitPackages(List<JarContents> modules, List<JarContents> beside) {
    for (JarContents module : modules) {
      for (String name : new TreeSet<>(module.packages())) {
        PlatformLoader.INSTANCE
            .owner(name)
            .ifPresent(owner ->
                refuse(
                    name,
                    module,
                    "the module " + owner.getName(),
                    "Leave that module's classes out of the jar, or rename the package"));
        beside.stream()
            .filter(library -> library.packages().contains(name))
            .findFirst()
            .ifPresent(library ->
                refuse(
                    name,
                    module,
                    "'" + library.fileName() + "'",
                    "Keep the package in one of the two, or leave out the module descriptor"));
      }
    }
  }

  private static void refuse(String name, JarContents module, String other, String cure) {
    throw new Problem(
            "the package %s is split: it is in '%s' and in %s"
                .formatted(name, module.fileName(), other),
            cure)
        .toException();
  }
}
