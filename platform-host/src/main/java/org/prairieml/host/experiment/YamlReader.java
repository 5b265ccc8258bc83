package org.prairieml.host.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.PrairieException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 as plain data. */
final class YamlReader {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).build();

  private YamlReader() {}

  /**
   * Returns one document as plain data that may be changed; keys are texts, an empty document is
   * null.
   *
   * @param source what is read, as the user knows it
   * @throws PrairieException bad input, with line and column, if it is not YAML or has a key twice
   */
  static Object read(String text, String source) {
    try {
      return copy(new Load(SETTINGS).loadFromString(text));
    } catch (YamlEngineException e) {
      throw PrairieException.badInput("%s%s.".formatted(source, problem(e)), e);
    } catch (StackOverflowError e) {
      throw PrairieException.badInput(source + ": is nested too deeply.", e);
    }
  }

  /** Returns a copy in which nothing is shared, as what an alias stands for is at first. */
  private static Object copy(Object node) {
    return switch (node) {
      case Map<?, ?> entries -> copyMap(entries);
      case List<?> elements -> {
        List<Object> copy = new ArrayList<>();
        elements.forEach(element -> copy.add(copy(element)));
        yield copy;
      }
      case null, default -> node;
    };
  }

  /** Returns a copy of a map with keys that are texts. */
  static Map<String, Object> copyMap(Map<?, ?> entries) {
    Map<String, Object> copy = new LinkedHashMap<>();
    entries.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
    return copy;
  }

  private static String problem(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      return ", line %d, column %d: %s"
          .formatted(mark.getLine() + 1, mark.getColumn() + 1, oneLine(marked.getProblem()));
    }
    return ": " + oneLine(e.getMessage());
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    // The parser does not quote the symbol that it stumbles over.
    return line.replaceFirst("but got (\\S+)$", "but got '$1'");
  }
}
