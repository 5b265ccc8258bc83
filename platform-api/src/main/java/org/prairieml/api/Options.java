package org.prairieml.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for every option of a schema, checked. Immutable. */
public final class Options {

  /** No options. */
  public static final Options NONE = new Options(List.of(), Map.of());

  private final List<Option<?>> schema;
  private final Map<String, Object> values;

  Options(List<Option<?>> schema, Map<String, Object> values) {
    this.schema = List.copyOf(schema);
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Returns the defaults of a schema whose options need no services.
   *
   * @throws PrairieException bad input, if an option has no default or needs a service
   */
  public static Options defaults(List<Option<?>> schema) {
    return OptionReader.of("defaults", Services.of(List.of())).options(schema, Map.of());
  }

  /**
   * Returns options from Java values, taken as they are; absent ones get their defaults, which must
   * not name services.
   *
   * @param values Java values by option name
   * @throws PrairieException bad input, if a value without default is missing
   */
  public static Options of(List<Option<?>> schema, Map<String, Object> values) {
    List<Option<?>> absent =
        schema.stream().filter(option -> !values.containsKey(option.name())).toList();
    Map<String, Object> all = new LinkedHashMap<>(defaults(absent).values);
    all.putAll(values);
    return new Options(schema, all);
  }

  /** Returns the schema. */
  public List<Option<?>> schema() {
    return schema;
  }

  /**
   * Returns the value of an option.
   *
   * @throws IllegalArgumentException if the option is not of this schema, or has no value
   */
  public <T> T get(Option<T> option) {
    return find(option)
        .orElseThrow(
            () -> new IllegalArgumentException("Option '" + option + "' has no value here."));
  }

  /** Returns the value of an option that may be absent. */
  @SuppressWarnings("unchecked") // the reader put a value of the option's own type there
  public <T> Optional<T> find(Option<T> option) {
    if (!schema.contains(option)) {
      throw new IllegalArgumentException("Option '" + option + "' is not of this schema.");
    }
    return Optional.ofNullable((T) values.get(option.name()));
  }

  /** Returns these options with one value replaced. */
  public <T> Options with(Option<T> option, T value) {
    find(option);
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(option.name(), value);
    return new Options(schema, changed);
  }

  /** Returns every value as plain data, defaults included, absent ones left out. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Option<?> option : schema) {
      write(option).ifPresent(value -> plain.put(option.name(), value));
    }
    return plain;
  }

  private <T> Optional<Object> write(Option<T> option) {
    return find(option).map(option.type()::write);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Options options && toPlain().equals(options.toPlain());
  }

  @Override
  public int hashCode() {
    return toPlain().hashCode();
  }

  @Override
  public String toString() {
    return toPlain().toString();
  }
}
