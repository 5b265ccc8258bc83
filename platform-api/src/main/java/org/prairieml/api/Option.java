package org.prairieml.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A typed, self-describing setting of a service or an experiment.
 *
 * <p>The command line and the experiment reader are built on these descriptions: help, defaults,
 * range checks and errors come from them.
 *
 * @param <T> the Java type of a value
 */
public final class Option<T> {

  private final String name;
  private final OptionType<T> type;
  private final Object plainDefault;
  private final boolean required;
  private final String help;

  private Option(
      String name, OptionType<T> type, Object plainDefault, boolean required, String help) {
    this.name = name;
    this.type = type;
    this.plainDefault = plainDefault;
    this.required = required;
    this.help = help;
  }

  /**
   * Returns an option with a default.
   *
   * @param plainDefault the default as plain data; {@code null} means that the value may be absent
   */
  public static <T> Option<T> of(
      String name, OptionType<T> type, Object plainDefault, String help) {
    return new Option<>(name, type, plainDefault, false, help);
  }

  /** Returns an option that must be given. */
  public static <T> Option<T> required(String name, OptionType<T> type, String help) {
    return new Option<>(name, type, null, true, help);
  }

  /** Returns an option of whole numbers within a closed range. */
  public static Option<Integer> integer(
      String name, int least, int most, int plainDefault, String help) {
    return of(name, OptionTypes.integer(least, most), plainDefault, help);
  }

  /** Returns an option of real numbers. */
  public static Option<Double> real(
      String name, RealRange range, double plainDefault, String help) {
    return of(name, OptionTypes.real(range), plainDefault, help);
  }

  /** Returns an option that is true or false. */
  public static Option<Boolean> flag(String name, boolean plainDefault, String help) {
    return of(name, OptionTypes.FLAG, plainDefault, help);
  }

  /** Returns an option of free text. */
  public static Option<String> text(String name, String plainDefault, String help) {
    return of(name, OptionTypes.TEXT, plainDefault, help);
  }

  /** Returns an option that names a file, which must be given. */
  public static Option<Path> file(String name, String help) {
    return required(name, OptionTypes.PATH, help);
  }

  /** Returns an option that is one of a few words, the constants of an enum. */
  public static <E extends Enum<E>> Option<E> choice(String name, E plainDefault, String help) {
    return of(
        name,
        OptionTypes.choice(plainDefault.getDeclaringClass()),
        OptionTypes.word(plainDefault),
        help);
  }

  /** Returns an option that is a service by name, with its own options. */
  public static <S extends Service> Option<Configured<S>> service(
      String name, Class<S> service, String plainDefault, String help) {
    return of(name, OptionTypes.serviceOr(service, plainDefault), plainDefault, help);
  }

  /** Returns an option that is a list; the default is empty. */
  public static <T> Option<List<T>> list(String name, OptionType<T> element, String help) {
    return of(name, OptionTypes.list(element), List.of(), help);
  }

  /** Returns an option that is a group of options; absent ones get their defaults. */
  public static Option<Options> section(String name, List<Option<?>> schema, String help) {
    return of(name, OptionTypes.section(schema), Map.of(), help);
  }

  /** Returns the key under which a value is given. */
  public String name() {
    return name;
  }

  /** Returns what values it takes. */
  public OptionType<T> type() {
    return type;
  }

  /** Returns whether a value must be given. */
  public boolean isRequired() {
    return required;
  }

  /** Returns what it does, in one sentence. */
  public String help() {
    return help;
  }

  /** Returns the default as plain data; {@code null} if there is none. */
  public Object plainDefault() {
    return plainDefault;
  }

  /** Returns the default, read by a reader that stands where the option would; may be null. */
  T defaultValue(OptionReader reader) {
    return plainDefault == null ? null : type.read(plainDefault, reader.at(name));
  }

  @Override
  public String toString() {
    return name;
  }
}
