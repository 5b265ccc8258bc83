package org.prairieml.host.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.PrairieException;

/**
 * Values that stand in files of their own: {@code file:activations/neurons.kind1.yaml} is replaced
 * by what the file holds, such as a function that another run learned. The experiment that is kept
 * with a run holds the values themselves.
 */
final class FileReferences {

  private static final String SIGN = "file:";

  private FileReferences() {}

  /**
   * Replaces all references in plain data, in place.
   *
   * @throws PrairieException bad input, if a file cannot be read or is empty
   */
  static void resolve(Map<String, Object> keys) {
    keys.replaceAll((key, value) -> resolved(value));
  }

  @SuppressWarnings("unchecked") // the reader of YAML made maps with texts as keys
  private static Object resolved(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        resolve((Map<String, Object>) map);
        yield map;
      }
      case List<?> list -> list.stream().map(FileReferences::resolved).toList();
      case String text when text.startsWith(SIGN) && text.endsWith(ExperimentFile.ENDING) ->
          read(text.substring(SIGN.length()));
      case null, default -> value;
    };
  }

  private static Object read(String path) {
    ExperimentFile file = ExperimentFile.read(Path.of(path));
    return Optional.ofNullable(YamlReader.read(file.text(), file.source()))
        .orElseThrow(() -> PrairieException.badInput(file.source() + ": is empty."));
  }
}
