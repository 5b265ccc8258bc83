package org.prairieml.host.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;

/**
 * The experiments that come with Prairie, each a YAML file whose base name is its name.
 *
 * @param folder where they are; need not exist
 */
public record ShippedExperiments(Path folder) {

  /**
   * An experiment for a list.
   *
   * @param name the name by which it is run
   * @param description what it says of itself, or why it cannot be read
   */
  public record Entry(String name, String description) {}

  /** Returns the names, in order. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ExperimentFile.ENDING))
          .map(file -> file.substring(0, file.length() - ExperimentFile.ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Folder of experiments '%s': cannot be read (%s).".formatted(folder, e.getMessage()), e);
    }
  }

  /** Returns the file of an experiment, if there is one of that name. */
  Optional<Path> find(String name) {
    return names().contains(name)
        ? Optional.of(folder.resolve(name + ExperimentFile.ENDING))
        : Optional.empty();
  }

  /** Returns every experiment, in order of the names. */
  public List<Entry> entries() {
    return names().stream().map(name -> new Entry(name, description(name))).toList();
  }

  private String description(String name) {
    try {
      Object description =
          ExperimentFile.read(folder.resolve(name + ExperimentFile.ENDING))
              .keys()
              .get(ExperimentSchema.DESCRIPTION.name());
      return description == null ? "" : description.toString().strip();
    } catch (PrairieException unreadable) {
      return "(" + unreadable.getMessage() + ")";
    }
  }
}
