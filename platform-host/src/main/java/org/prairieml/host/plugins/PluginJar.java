package org.prairieml.host.plugins;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prairieml.api.ServiceCatalog;

/** Opens a plug-in's jar: one named module, resolved in a layer of its own above Prairie's. */
final class PluginJar {

  private static final Attributes.Name ID = new Attributes.Name("Prairie-Plugin");
  private static final Attributes.Name VERSION = new Attributes.Name("Prairie-Version");

  private static final Set<String> SERVICES =
      Stream.concat(
              ServiceInterfaces.ALL.stream().map(Class::getName),
              Stream.of(ServiceCatalog.class.getName()))
          .collect(Collectors.toUnmodifiableSet());

  private final Path jar;

  PluginJar(Path jar) {
    this.jar = jar;
  }

  /**
   * Returns the source of the plug-in's services.
   *
   * @throws IOException if it is not a readable jar
   * @throws RuntimeException if its module is missing, unfit or cannot be resolved
   */
  ServiceSource open() throws IOException {
    Attributes manifest = manifest();
    ModuleFinder finder = ModuleFinder.of(jar);
    ModuleDescriptor module = module(finder);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(module.name()));
    ModuleLayer layer =
        boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    return new LayerSource(info(manifest, module), layer, layer.findLoader(module.name()));
  }

  private Attributes manifest() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest()).orElseGet(Manifest::new).getMainAttributes();
    }
  }

  private ModuleDescriptor module(ModuleFinder finder) {
    ModuleDescriptor module =
        finder.findAll().stream().findFirst().map(ModuleReference::descriptor).orElseThrow();
    if (module.provides().stream().noneMatch(provided -> SERVICES.contains(provided.service()))) {
      throw new IllegalArgumentException(
          module.isAutomatic()
              ? "it has no module descriptor and META-INF/services names no service of Prairie"
              : "its module '" + module.name() + "' provides no service of Prairie");
    }
    return module;
  }

  private PluginInfo info(Attributes manifest, ModuleDescriptor module) {
    return new PluginInfo(
        Optional.ofNullable(manifest.getValue(ID)).orElse(module.name()),
        Optional.ofNullable(manifest.getValue(VERSION))
            .or(module::rawVersion)
            .orElse("without version"),
        jar.getFileName().toString());
  }
}
