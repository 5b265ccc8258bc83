package org.prairieml.host.run;

import java.io.StringWriter;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes plain data as JSON; equal data make equal text.
 *
 * <p>Maps that have an order keep it, others are sorted by key. Real numbers are written in the
 * shortest form that reads back as the same; those that are not finite become the texts {@code
 * "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Two spaces a level, arrays of numbers in a line, the same line ends everywhere. */
  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withArrayElementSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance());

  private Json() {}

  /**
   * Returns a document, indented, with a line's end at its end.
   *
   * @param plain maps, iterables, arrays of numbers, texts, numbers, booleans and null
   * @throws IllegalArgumentException if there is something else in it
   */
  public static String write(Object plain) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(new Layout(), text)) {
      write(plain, json);
    }
    return text.append('\n').toString();
  }

  private static void write(Object plain, JsonGenerator json) {
    switch (plain) {
      case null -> json.writeNull();
      case Map<?, ?> map -> writeMap(map, json);
      case Iterable<?> elements -> writeArray(elements, json);
      case double[] values -> writeArray(values, json);
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      default ->
          throw new IllegalArgumentException("Not plain data: " + plain.getClass().getName());
    }
  }

  private static void writeMap(Map<?, ?> map, JsonGenerator json) {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : ordered(map).entrySet()) {
      json.writeName(String.valueOf(entry.getKey()));
      write(entry.getValue(), json);
    }
    json.writeEndObject();
  }

  /** The order of {@code Map.of} differs from one start of Java to the next. */
  private static Map<?, ?> ordered(Map<?, ?> map) {
    return map instanceof SequencedMap<?, ?> ? map : new TreeMap<>(map);
  }

  private static void writeArray(Iterable<?> elements, JsonGenerator json) {
    json.writeStartArray();
    elements.forEach(element -> write(element, json));
    json.writeEndArray();
  }

  private static void writeArray(double[] values, JsonGenerator json) {
    json.writeStartArray();
    for (double value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  /** Hands the layout to the generator, a copy each, since a layout counts the levels. */
  private static final class Layout extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return LAYOUT.createInstance();
    }
  }
}
