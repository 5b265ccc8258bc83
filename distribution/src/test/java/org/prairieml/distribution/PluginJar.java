package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes a plug-in's jar of sources, as any build tool would. */
final class PluginJar {

  private PluginJar() {}

  /**
   * Compiles and packs.
   *
   * @param jar the file to write
   * @param modulePath the folder with the API
   * @param sources all {@code .java} files below this folder
   * @param manifest the lines about the plug-in
   */
  static void make(Path jar, Path modulePath, Path sources, Map<String, String> manifest)
      throws IOException {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    List<String> arguments =
        new ArrayList<>(List.of("-p", modulePath.toString(), "-d", classes.toString()));
    files(sources).stream().map(Path::toString).forEach(arguments::add);
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failures).isZero();
    pack(classes, manifest, jar);
    for (Path file : files(classes).reversed()) {
      Files.delete(file);
    }
  }

  private static void pack(Path classes, Map<String, String> lines, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    lines.forEach(manifest.getMainAttributes()::putValue);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path path : files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
