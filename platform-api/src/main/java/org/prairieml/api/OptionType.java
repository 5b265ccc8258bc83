package org.prairieml.api;

import java.util.List;

/**
 * What values an option takes: how they are described, read from plain data and written back.
 *
 * <p>Plain data is what YAML and JSON hold: text, {@link Number}, {@link Boolean}, {@code
 * List<Object>} and {@code Map<String, Object>}.
 *
 * @param <T> the Java type of a value
 */
public interface OptionType<T> {

  /** Returns what a value is, for help and errors: "a whole number of at least 1". */
  String description();

  /**
   * Returns the options that a value consists of, or a list's elements do; none if it is simple.
   */
  default List<Option<?>> keys() {
    return List.of();
  }

  /**
   * Reads a value.
   *
   * @throws PrairieException bad input, made by {@link OptionReader#problem}
   */
  T read(Object plain, OptionReader reader);

  /** Returns a value as plain data that {@link #read} takes back. */
  Object write(T value);
}
