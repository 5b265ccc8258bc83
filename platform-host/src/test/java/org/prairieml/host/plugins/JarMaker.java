package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes plug-in jars from source text with the JDK's own tools. */
public final class JarMaker {

  private final Path folder;
  private final String modulePath;

  /** Creates a maker that works in a folder; sources may also use some libraries. */
  public JarMaker(Path folder, Path... libraries) {
    this.folder = folder;
    this.modulePath =
        Stream.concat(
                Stream.of(System.getProperty("jdk.module.path")),
                Stream.of(libraries).map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Compiles sources and packs them.
   *
   * @param jar the file to write
   * @param manifest the manifest's lines
   * @param sources texts by file name
   * @return the jar
   */
  public Path make(Path jar, String manifest, Map<String, String> sources) throws IOException {
    Path classes = folder.resolve(jar.getFileName() + ".classes");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--module-path", modulePath));
    if (!sources.containsKey("module-info.java")) {
      arguments.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    }
    arguments.addAll(List.of("-d", classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(jar.getFileName() + ".sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    run("javac", arguments);
    Path manifestFile = Files.writeString(folder.resolve("MANIFEST.MF"), manifest);
    run(
        "jar",
        List.of(
            "--create",
            "--file",
            jar.toString(),
            "--manifest",
            manifestFile.toString(),
            "-C",
            classes.toString(),
            "."));
    return jar;
  }

  private static void run(String tool, List<String> arguments) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int exitCode =
        ToolProvider.findFirst(tool)
            .orElseThrow()
            .run(writer, writer, arguments.toArray(String[]::new));
    assertThat(exitCode).as(output.toString()).isZero();
  }
}
