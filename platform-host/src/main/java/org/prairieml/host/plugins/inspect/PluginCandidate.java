package org.prairieml.host.plugins.inspect;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.host.plugins.check.JarContents;

/**
 * A plug-in that may work.
 *
 * @param unit where it is
 * @param manifest what it says of itself
 * @param main the jar with the manifest
 * @param libraries the other jars
 * @param module the main jar's module, if it has a descriptor
 * @param providers for each interface of Prairie that it provides, the names of the classes
 */
public record PluginCandidate(
    PluginUnit unit,
    PluginManifest manifest,
    JarContents main,
    List<JarContents> libraries,
    Optional<ModuleDescriptor> module,
    Map<String, List<String>> providers) {

  /** Returns whether it says that it provides an interface. */
  public boolean provides(Class<?> type) {
    return providers.containsKey(type.getName());
  }
}
