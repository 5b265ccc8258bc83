package org.prairieml.host.plugins.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.check.FailureReason;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;

/**
 * The folder of plug-ins.
 *
 * @param path need not exist
 */
public record PluginFolder(Path path) {

  private static final String JAR = ".jar";

  /**
   * Returns the jars and folders in it, in order of their names; hidden ones are passed over, and
   * so are files that are no jars by their names.
   *
   * @throws PrairieException bad input, if the folder cannot be read
   */
  public List<Path> entries() {
    return Files.isDirectory(path)
        ? list(path).stream().filter(entry -> isJar(entry) || Files.isDirectory(entry)).toList()
        : List.of();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Plug-in folder '%s': cannot be read (%s).".formatted(folder, e.getMessage()), e);
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(JAR);
  }

  /**
   * Returns the plug-in that an entry is.
   *
   * @throws ProblemException if it is a symbolic link to somewhere else, or a folder without jars
   */
  public PluginUnit unit(Path entry) {
    requireWithin(entry);
    if (!Files.isDirectory(entry)) {
      return new PluginUnit(entry, List.of(entry));
    }
    List<Path> jars = list(entry).stream().filter(PluginFolder::isJar).toList();
    if (jars.isEmpty()) {
      throw new Problem("the folder has no jar", "Put the plug-in's jars into it, or remove it")
          .toException();
    }
    jars.forEach(this::requireWithin);
    return new PluginUnit(entry, jars);
  }

  private void requireWithin(Path file) {
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(path.toRealPath())) {
        throw new Problem(
                "'%s' is a symbolic link out of the folder, to %s"
                    .formatted(path.relativize(file), real),
                "Copy what it points to: prairie plugins install " + real)
            .toException();
      }
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "'%s' cannot be reached (%s)"
                  .formatted(path.relativize(file), FailureReason.inWords(e)),
              "Remove it, or mend what it points to"),
          e);
    }
  }
}
