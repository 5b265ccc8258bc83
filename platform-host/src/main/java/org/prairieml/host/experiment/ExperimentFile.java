package org.prairieml.host.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.prairieml.api.PrairieException;

/**
 * An experiment's file, not yet checked.
 *
 * @param name the base name
 * @param source what messages call it
 * @param text what stands in it
 */
record ExperimentFile(String name, String source, String text) {

  static final String ENDING = ".yaml";

  /**
   * Reads a file.
   *
   * @throws PrairieException bad input, if it cannot be read
   */
  static ExperimentFile read(Path file) {
    String fileName = file.getFileName().toString();
    try {
      return new ExperimentFile(
          fileName.replaceFirst("\\.ya?ml$", ""), file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw PrairieException.badInput(file + ": is not text in UTF-8.", e);
    } catch (IOException e) {
      throw PrairieException.badInput(
          "%s: cannot be read (%s).".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Returns the keys at the root, as plain data that may be changed.
   *
   * @throws PrairieException bad input, if it is not YAML, or something else than keys with values
   */
  Map<String, Object> keys() {
    return switch (YamlReader.read(text, source)) {
      case null -> throw PrairieException.badInput(source + ": is empty.");
      case Map<?, ?> keys -> YamlReader.copyMap(keys);
      default ->
          throw PrairieException.badInput(
              source + ": expected keys with values, such as 'data: mnist1d'.");
    };
  }
}
