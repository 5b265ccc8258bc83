package org.prairieml.host.plugins.check;

import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.stream.Collectors;

/**
 * What a jar has, as far as one needs to know before it is used.
 *
 * @param file the jar
 * @param entries the names of its files
 * @param manifest the main attributes of its manifest, none if it has no manifest
 * @param hasManifest whether it has a manifest
 */
public record JarContents(
    Path file, Set<String> entries, Attributes manifest, boolean hasManifest) {

  /** The file that makes a jar a named module. */
  public static final String MODULE = "module-info.class";

  private static final String CLASS = ".class";

  /** Returns whether it is a named module. */
  public boolean isModule() {
    return entries.contains(MODULE)
        || entries.stream().anyMatch(name -> name.matches("META-INF/versions/\\d+/" + MODULE));
  }

  /** Returns whether it has a class, by its binary name. */
  public boolean hasClass(String name) {
    return entries.contains(entry(name));
  }

  /** Returns the packages that have classes. */
  public Set<String> packages() {
    return entries.stream()
        .filter(name -> name.endsWith(CLASS) && name.contains("/") && !name.startsWith("META-INF/"))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .collect(Collectors.toSet());
  }

  /** Returns the name of its file. */
  public String fileName() {
    return file.getFileName().toString();
  }

  /** Returns the entry of a class, by its binary name. */
  static String entry(String className) {
    return className.replace('.', '/') + CLASS;
  }
}
