package org.prairieml.host.plugins.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.prairieml.api.file.AtomicFile;

/**
 * A copy that is looked at before it gets its place, so that what was looked at is what is used.
 *
 * @param stage a hidden folder within that of the plug-ins
 * @param copy the jar or the folder in it
 */
record StagedPlugin(Path stage, Path copy) implements AutoCloseable {

  /** Copies a jar, or the jars of a folder. */
  static StagedPlugin of(Path source, Path plugins) throws IOException {
    Path stage = Files.createDirectories(plugins.resolve(".install-" + UUID.randomUUID()));
    Path copy = stage.resolve(source.toAbsolutePath().normalize().getFileName());
    StagedPlugin staged = new StagedPlugin(stage, copy);
    try {
      if (Files.isDirectory(source)) {
        Files.createDirectory(copy);
        for (Path jar : jars(source)) {
          copy(jar, copy.resolve(jar.getFileName()));
        }
      } else {
        copy(source, copy);
      }
      return staged;
    } catch (IOException e) {
      staged.close();
      throw e;
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    AtomicFile.write(to, (OutputStream out) -> Files.copy(from, out));
  }

  @Override
  public void close() throws IOException {
    Deletion.of(stage);
  }
}
