package org.prairieml.host.plugins.inspect;

import java.nio.file.Path;
import java.util.List;

/**
 * What lies in the folder of plug-ins: a jar, or a folder of jars.
 *
 * @param path the jar or the folder
 * @param jars the jar alone, or those of the folder in order of their names
 */
public record PluginUnit(Path path, List<Path> jars) {

  /** Returns the name of the file or the folder. */
  public String name() {
    return path.getFileName().toString();
  }
}
