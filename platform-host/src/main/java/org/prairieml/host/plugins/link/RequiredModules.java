package org.prairieml.host.plugins.link;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prairieml.host.plugins.check.JarContents;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.inspect.PluginCandidate;

/**
 * A plug-in's named modules that belong into its layer: its own, and those that it requires,
 * directly or not.
 *
 * @param chosen the jars by their modules' names
 */
record RequiredModules(Map<String, JarContents> chosen) {

  /**
   * Returns the modules of a plug-in.
   *
   * @throws ProblemException if one is missing, or is none by itself
   */
  static RequiredModules of(PluginCandidate plugin, ModuleDescriptor main) {
    Map<String, JarContents> chosen = new LinkedHashMap<>(Map.of(main.name(), plugin.main()));
    Deque<ModuleDescriptor> open = new ArrayDeque<>(List.of(main));
    while (!open.isEmpty()) {
      ModuleDescriptor module = open.remove();
      for (Requires requires : module.requires()) {
        if (!requires.modifiers().contains(Requires.Modifier.STATIC)
            && !chosen.containsKey(requires.name())
            && !PlatformModules.has(requires.name())) {
          Library library = library(plugin, module, requires.name());
          chosen.put(requires.name(), library.jar());
          open.add(library.descriptor());
        }
      }
    }
    return new RequiredModules(chosen);
  }

  /** A jar of the plug-in with the descriptor of its module. */
  private record Library(JarContents jar, ModuleDescriptor descriptor) {}

  private static Library library(PluginCandidate plugin, ModuleDescriptor user, String name) {
    Library found =
        plugin.libraries().stream()
            .flatMap(
                jar -> descriptor(jar).map(descriptor -> new Library(jar, descriptor)).stream())
            .filter(library -> library.descriptor().name().equals(name))
            .findFirst()
            .orElseThrow(() -> missing(user.name(), name).toException());
    if (found.descriptor().isAutomatic()) {
      throw new Problem(
              "its module '%s' requires '%s', and '%s' is no module, only a jar that could be taken for one"
                  .formatted(user.name(), name, found.jar().fileName()),
              "Write 'requires static " + name + "' in the module descriptor")
          .toException();
    }
    return found;
  }

  /** A jar whose name gives no module is none. */
  private static Optional<ModuleDescriptor> descriptor(JarContents jar) {
    try {
      return ModuleFinder.of(jar.file()).findAll().stream()
          .findFirst()
          .map(ModuleReference::descriptor);
    } catch (FindException e) {
      return Optional.empty();
    }
  }

  private static Problem missing(String user, String name) {
    String reason =
        "its module '%s' requires the module '%s', which is missing".formatted(user, name);
    if (PlatformModules.isJdk(name)) {
      return new Problem(
          reason,
          "Start Prairie on a Java that has it: PRAIRIE_JAVA_OPTS='--add-modules " + name + "'");
    }
    return PlatformModules.isVisible(name)
        ? new Problem(reason, "Install the version of Prairie that it was built for")
        : new Problem(reason, "Put its jar into a folder together with the plug-in's jar");
  }

  /** Returns the jars of the modules. */
  List<JarContents> jars() {
    return List.copyOf(chosen.values());
  }

  /** Returns the names of the modules. */
  Set<String> names() {
    return chosen.keySet();
  }
}
