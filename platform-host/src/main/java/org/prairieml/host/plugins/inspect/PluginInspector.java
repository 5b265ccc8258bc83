package org.prairieml.host.plugins.inspect;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import org.prairieml.host.plugins.check.FailureReason;
import org.prairieml.host.plugins.check.JarContents;
import org.prairieml.host.plugins.check.JarReader;
import org.prairieml.host.plugins.check.JarTrust;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.version.SemanticVersion;

/**
 * Looks at plug-ins without running anything of them.
 *
 * @param reader reads jars
 * @param trust says which jars may be used
 * @param api the version of {@code platform-api}; if there is none, any range will do
 */
public record PluginInspector(JarReader reader, JarTrust trust, Optional<SemanticVersion> api) {

  /** Looks at an entry of the folder; what is wrong with it stands in what is returned. */
  public Inspection inspect(PluginFolder folder, Path entry) {
    String name = entry.getFileName().toString();
    Optional<PluginManifest> manifest = Optional.empty();
    try {
      PluginUnit unit = folder.unit(entry);
      unit.jars().forEach(trust::require);
      List<JarContents> jars = unit.jars().stream().map(this::read).toList();
      JarContents main = main(unit, jars);
      manifest = Optional.of(manifest(main));
      requireApi(manifest.get());
      return new Inspection(
          name,
          manifest,
          Optional.of(candidate(unit, manifest.get(), main, jars)),
          Optional.empty());
    } catch (ProblemException e) {
      return new Inspection(name, manifest, Optional.empty(), Optional.of(e.problem()));
    }
  }

  private JarContents read(Path jar) {
    JarContents contents = reader.read(jar);
    String classPath = contents.manifest().getValue(Attributes.Name.CLASS_PATH);
    if (classPath != null && leavesTheFolder(classPath)) {
      throw new Problem(
              "the manifest of '%s' has a Class-Path that leads out of its folder: %s"
                  .formatted(contents.fileName(), classPath),
              "Put the plug-in's libraries into one folder with it")
          .toException();
    }
    return contents;
  }

  private static boolean leavesTheFolder(String classPath) {
    return List.of(classPath.split(" ")).stream()
        .anyMatch(part -> part.startsWith("/") || part.contains("..") || part.contains(":"));
  }

  private static JarContents main(PluginUnit unit, List<JarContents> jars) {
    if (unit.jars().equals(List.of(unit.path()))) {
      return jars.getFirst();
    }
    List<JarContents> mains =
        jars.stream().filter(jar -> PluginManifest.isIn(jar.manifest())).toList();
    if (mains.size() == 1) {
      return mains.getFirst();
    }
    throw (mains.isEmpty()
            ? new Problem(
                "none of the folder's jars names a plug-in in its manifest (Prairie-Plugin)",
                "Add the plug-in's jar, or remove the folder")
            : new Problem(
                "the folder has more than one plug-in: "
                    + String.join(", ", mains.stream().map(JarContents::fileName).toList()),
                "Give each a folder of its own"))
        .toException();
  }

  private static PluginManifest manifest(JarContents main) {
    if (!main.hasManifest()) {
      throw new Problem(
              "it has no manifest",
              "Build the jar with a manifest that has Prairie-Plugin, Prairie-Version and"
                  + " Prairie-Api")
          .toException();
    }
    if (!PluginManifest.isIn(main.manifest())) {
      throw new Problem(
              "its manifest names no plug-in (Prairie-Plugin)",
              "If it is a library, put it into a folder together with its plug-in")
          .toException();
    }
    return PluginManifest.of(main.manifest());
  }

  private void requireApi(PluginManifest manifest) {
    api.filter(version -> !manifest.api().contains(version))
        .ifPresent(version -> {
          throw new Problem(
                  "it is built for API %s, and this is API %s".formatted(manifest.api(), version),
                  "Install a build of '%s' for API %s".formatted(manifest.id(), version))
              .toException();
        });
  }

  private PluginCandidate candidate(
      PluginUnit unit, PluginManifest manifest, JarContents main, List<JarContents> jars) {
    reader.checkModule(main);
    Optional<ModuleDescriptor> module =
        main.isModule() ? Optional.of(descriptor(main.file())) : Optional.empty();
    Map<String, List<String>> providers = new TreeMap<>();
    ServiceInterfaces.withCatalogs()
        .map(Class::getName)
        .forEach(service -> {
          List<String> classes =
              module
                  .map(descriptor -> providers(descriptor, service))
                  .orElseGet(() -> reader.providers(main, service));
          if (!classes.isEmpty()) {
            providers.put(service, classes);
          }
        });
    requireServices(providers, module);
    providers.values().forEach(classes -> reader.checkProviders(main, classes));
    List<JarContents> libraries = jars.stream().filter(jar -> jar != main).toList();
    return new PluginCandidate(unit, manifest, main, libraries, module, providers);
  }

  private static ModuleDescriptor descriptor(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll().stream()
          .findFirst()
          .map(ModuleReference::descriptor)
          .orElseThrow();
    } catch (FindException e) {
      throw new ProblemException(
          new Problem(
              "its module descriptor is not right (" + FailureReason.inWords(e) + ")",
              "Build the plug-in again"),
          e);
    }
  }

  private static List<String> providers(ModuleDescriptor module, String service) {
    return module.provides().stream()
        .filter(provided -> provided.service().equals(service))
        .flatMap(provided -> provided.providers().stream())
        .toList();
  }

  private static void requireServices(
      Map<String, List<String>> providers, Optional<ModuleDescriptor> module) {
    if (providers.isEmpty()) {
      throw module
          .map(descriptor ->
              new Problem(
                  "its module '" + descriptor.name() + "' provides no service of Prairie",
                  "Add 'provides ... with ...' to its module descriptor"))
          .orElseGet(() ->
              new Problem(
                  "it has no module descriptor, and META-INF/services names no service of Prairie",
                  "Add a module descriptor with 'provides ... with ...'"))
          .toException();
    }
  }
}
