package org.prairieml.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads options from plain data, and knows where it stands so that errors can say it.
 *
 * @param source what is read, as the user knows it: a file name, "command line"
 * @param path the keys from the root to the present place, joined by dots; empty at the root
 * @param services where names of services are looked up
 */
public record OptionReader(String source, String path, Services services) {

  /** Returns a reader at the root of a source. */
  public static OptionReader of(String source, Services services) {
    return new OptionReader(source, "", services);
  }

  /** Returns a reader one key deeper. */
  public OptionReader at(String key) {
    return new OptionReader(source, path.isEmpty() ? key : path + "." + key, services);
  }

  /** Returns a reader at an element of a list, counted from 0. */
  public OptionReader at(int index) {
    return new OptionReader(source, path + "[" + index + "]", services);
  }

  /** Returns the error for this place. */
  public PrairieException problem(String message) {
    return PrairieException.badInput(
        path.isEmpty()
            ? "%s: %s".formatted(source, message)
            : "%s, at '%s': %s".formatted(source, path, message));
  }

  /**
   * Reads values for a schema; a missing one gets its default.
   *
   * @throws PrairieException bad input: an unknown key (the nearest known one is named), a missing
   *     value without default, or a value of the wrong type or range
   */
  public Options options(List<Option<?>> schema, Object plain) {
    Map<String, Object> given = map(plain);
    List<String> names = schema.stream().map(Option::name).toList();
    for (String key : given.keySet()) {
      if (!names.contains(key)) {
        throw problem("there is no key '" + key + "' here" + NearestName.hint(key, names));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    schema.forEach(option -> values.put(option.name(), value(option, given)));
    return new Options(schema, values);
  }

  private <T> T value(Option<T> option, Map<String, Object> given) {
    Object plain = given.get(option.name());
    if (plain == null && option.isRequired()) {
      throw problem(
          "the key '%s' is missing: %s.".formatted(option.name(), option.type().description()));
    }
    return plain == null ? option.defaultValue(this) : option.type().read(plain, at(option.name()));
  }

  /**
   * Returns plain data as a map with text keys; nothing at all is an empty one.
   *
   * @throws PrairieException bad input, if it is something else
   */
  public Map<String, Object> map(Object plain) {
    if (plain == null) {
      return Map.of();
    }
    if (!(plain instanceof Map<?, ?> entries)) {
      throw problem("expected keys with values, found " + show(plain) + ".");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }

  /** Returns plain data as an error shows it. */
  public static String show(Object plain) {
    return switch (plain) {
      case null -> "nothing";
      case Map<?, ?> _ -> "keys with values";
      case List<?> list -> "a list of " + list.size();
      case String text -> "'" + text + "'";
      default -> plain.toString();
    };
  }
}
