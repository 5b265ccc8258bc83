package org.prairieml.host.plugins;

import java.lang.module.ModuleDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.prairieml.host.plugins.inspect.PluginCandidate;

/**
 * Where a service comes from.
 *
 * @param id the plug-in's id
 * @param version the plug-in's version
 * @param file the name of its jar, or {@code built-in}
 */
public record PluginInfo(String id, String version, String file) {

  /** Prairie itself, whose version is that of the host's module. */
  public static final PluginInfo BUILT_IN =
      new PluginInfo(
          "prairie",
          Optional.ofNullable(PluginInfo.class.getModule().getDescriptor())
              .flatMap(ModuleDescriptor::rawVersion)
              .orElse("unknown"),
          "built-in");

  /** Returns what the services of a plug-in come from. */
  static PluginInfo of(PluginCandidate plugin) {
    return new PluginInfo(
        plugin.manifest().id(), plugin.manifest().version().toString(), plugin.unit().name());
  }

  /** Returns the three as plain data. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", id);
    plain.put("version", version);
    plain.put("file", file);
    return plain;
  }

  /** Returns id and version as messages show them. */
  @Override
  public String toString() {
    return id + " " + version;
  }
}
