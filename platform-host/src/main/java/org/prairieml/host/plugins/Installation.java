package org.prairieml.host.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.prairieml.api.PrairieException;

/**
 * What is installed.
 *
 * @param sources where services come from; of two services with one name, the first is taken
 * @param broken jars that could not be opened
 */
public record Installation(List<ServiceSource> sources, List<BrokenPlugin> broken) {

  /** Returns Prairie without plug-ins. */
  public static Installation builtIn() {
    return new Installation(List.of(LayerSource.builtIn()), List.of());
  }

  /**
   * Returns Prairie and the jars of a folder, in order of their names.
   *
   * @param folder need not exist
   * @throws PrairieException bad input, if the folder cannot be read
   */
  public static Installation withPlugins(Path folder) {
    List<ServiceSource> sources = new ArrayList<>(builtIn().sources());
    List<BrokenPlugin> broken = new ArrayList<>();
    for (Path jar : jars(folder)) {
      try {
        sources.add(new PluginJar(jar).open());
      } catch (ZipException e) {
        broken.add(broken(jar, "it is not a readable jar (" + FailureReason.of(e) + ")"));
      } catch (IOException | RuntimeException e) {
        broken.add(broken(jar, FailureReason.of(e)));
      }
    }
    return new Installation(List.copyOf(sources), List.copyOf(broken));
  }

  private static BrokenPlugin broken(Path jar, String reason) {
    return new BrokenPlugin(jar.getFileName().toString(), reason);
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Plug-in folder '%s': cannot be read (%s).".formatted(folder, e.getMessage()), e);
    }
  }
}
