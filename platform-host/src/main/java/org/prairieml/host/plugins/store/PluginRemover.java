package org.prairieml.host.plugins.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;
import org.prairieml.api.file.FileFailure;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.inspect.Inspection;
import org.prairieml.host.plugins.inspect.PluginManifest;

/**
 * Removes plug-ins, sound or broken.
 *
 * @param home where they are
 */
public record PluginRemover(PluginHome home) {

  /**
   * Removes a plug-in and its record; it disappears at once, or not at all.
   *
   * @param reference its id, {@code id@version}, or the name of its file or folder
   * @return the name of the file or folder
   * @throws PrairieException bad input, if there is none, several versions of it, or it cannot be
   *     deleted
   */
  public String remove(String reference) {
    Inspection plugin = find(reference);
    Path path = home.folder().path().resolve(plugin.name());
    try {
      Path doomed = path.resolveSibling(".remove-" + UUID.randomUUID());
      Files.move(path, doomed, StandardCopyOption.ATOMIC_MOVE);
      forget(plugin.name());
      Deletion.of(doomed);
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Plug-in '%s': cannot be removed (%s).".formatted(path, FileFailure.reason(e)), e);
    }
    return plugin.name();
  }

  private void forget(String name) {
    Map<String, String> recorded = home.trust().file().read();
    if (recorded.keySet().removeIf(jar -> jar.equals(name) || jar.startsWith(name + "/"))) {
      home.trust().file().write(recorded);
    }
  }

  private Inspection find(String reference) {
    List<Inspection> all = home.open(false).inspections();
    List<Inspection> found = all.stream().filter(plugin -> isCalled(plugin, reference)).toList();
    if (found.isEmpty()) {
      throw PrairieException.badInput(
          "There is no plug-in '%s'%s"
              .formatted(
                  reference,
                  NearestName.hint(
                      reference, all.stream().flatMap(PluginRemover::names).distinct().toList())));
    }
    if (found.size() > 1) {
      throw PrairieException.badInput(
          "There are several of '%s'; say which: %s."
              .formatted(
                  reference,
                  found.stream()
                      .map(plugin -> which(plugin, found))
                      .collect(Collectors.joining(", "))));
    }
    return found.getFirst();
  }

  /** Id and version, unless another has the same. */
  private static String which(Inspection plugin, List<Inspection> others) {
    return others.stream().filter(other -> other.manifest().equals(plugin.manifest())).count() == 1
        ? plugin.manifest().map(PluginManifest::reference).orElse(plugin.name())
        : plugin.name();
  }

  private static boolean isCalled(Inspection plugin, String reference) {
    return plugin.name().equals(reference)
        || plugin.manifest().stream()
            .anyMatch(manifest ->
                manifest.id().equals(reference) || manifest.reference().equals(reference));
  }

  private static Stream<String> names(Inspection plugin) {
    return Stream.of(plugin.manifest().map(PluginManifest::id).orElse(plugin.name()));
  }
}
