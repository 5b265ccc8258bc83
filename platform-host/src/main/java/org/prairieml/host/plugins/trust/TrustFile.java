package org.prairieml.host.plugins.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.api.PrairieException;
import org.prairieml.api.file.AtomicFile;
import org.prairieml.api.file.FileFailure;

/**
 * The record of the jars that were installed, as {@code sha256sum} writes and reads it: a SHA-256,
 * two spaces, the jar's path within the folder of plug-ins.
 *
 * @param file where it is; need not exist
 */
public record TrustFile(Path file) {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  /**
   * Returns the SHA-256 of each recorded jar by its path.
   *
   * @throws PrairieException bad input, if the file cannot be read or a line is not as it must be
   */
  public SortedMap<String, String> read() {
    SortedMap<String, String> recorded = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(this::parse)
            .forEach(line -> recorded.put(line.group(2), line.group(1)));
      } catch (IOException e) {
        throw PrairieException.badInput(
            "Trust file '%s': cannot be read (%s).".formatted(file, FileFailure.reason(e)), e);
      }
    }
    return recorded;
  }

  private Matcher parse(String line) {
    return Optional.of(LINE.matcher(line))
        .filter(Matcher::matches)
        .orElseThrow(() ->
            PrairieException.badInput(
                "Trust file '%s': expected a SHA-256, two spaces and a path, found '%s'."
                    .formatted(file, line)));
  }

  /**
   * Replaces the whole record.
   *
   * @throws PrairieException bad input, if it cannot be written; the old one is then still there
   */
  public void write(Map<String, String> recorded) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(recorded)
        .forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Trust file '%s': cannot be written (%s).".formatted(file, FileFailure.reason(e)), e);
    }
  }
}
