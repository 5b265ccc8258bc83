package org.prairieml.host.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.file.AtomicFile;
import org.prairieml.api.file.FileFailure;

/**
 * The folder of one run. Its files appear whole or not at all.
 *
 * <p>Safe for use by several threads that write different files.
 */
public final class RunFolder {

  /** The experiment as resolved, the first file of every run. */
  public static final String EXPERIMENT = "experiment.yaml";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Creates a folder of a given name.
   *
   * @param path must not exist, or be empty
   * @throws PrairieException bad input, if it holds something or cannot be created
   */
  public static RunFolder at(Path path) {
    try {
      Files.createDirectories(path);
      if (!isEmpty(path)) {
        throw PrairieException.badInput(
            "Run folder '%s' is not empty; name another with --out, or remove it.".formatted(path));
      }
      return new RunFolder(path);
    } catch (IOException e) {
      throw cannotCreate(path, e);
    }
  }

  /**
   * Creates a folder whose name is the experiment's and the time, and a number where that is taken.
   *
   * @param parent the folder of runs, created if need be
   * @throws PrairieException bad input, if it cannot be created
   */
  public static RunFolder in(Path parent, String experiment, LocalDateTime time) {
    String name = experiment + "-" + TIME.format(time);
    try {
      Files.createDirectories(parent);
      for (int number = 1; ; number++) {
        Path path = parent.resolve(number == 1 ? name : name + "-" + number);
        if (createNew(path)) {
          return new RunFolder(path);
        }
      }
    } catch (IOException e) {
      throw cannotCreate(parent.resolve(name), e);
    }
  }

  private static boolean createNew(Path path) throws IOException {
    try {
      Files.createDirectory(path);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static PrairieException cannotCreate(Path path, IOException e) {
    return PrairieException.badInput(
        "Run folder '%s': cannot be created (%s).".formatted(path, FileFailure.reason(e)), e);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Returns where it is. */
  public Path path() {
    return path;
  }

  /**
   * Writes a file.
   *
   * @param name its name in this folder; a name such as {@code figures/losses.png} makes a folder
   * @throws PrairieException failed work, if it cannot be written
   */
  public void write(String name, byte[] content) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, out -> out.write(content));
    } catch (IOException e) {
      throw new PrairieException(
          PrairieException.Fault.WORK_FAILED,
          "File '%s': cannot be written (%s).".formatted(file, FileFailure.reason(e)),
          e);
    }
  }

  /** Writes a file of text, as {@link #write(String, byte[])} does. */
  public void writeText(String name, String content) {
    write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes the folder if it holds nothing but the experiment: a run that came to nothing. */
  public void removeIfBarren() {
    try (Stream<Path> files = Files.list(path)) {
      List<Path> found = files.toList();
      if (found.equals(List.of(path.resolve(EXPERIMENT)))) {
        Files.delete(found.getFirst());
        Files.delete(path);
      }
    } catch (IOException keepIt) {
      // A folder too many does no harm, and why the run failed is what the user is to read.
    }
  }
}
