package org.prairieml.api;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of options. */
public final class OptionTypes {

  /** True or false. */
  public static final OptionType<Boolean> FLAG =
      simple("true or false", plain -> plain instanceof Boolean flag ? flag : null);

  /** Any text. */
  public static final OptionType<String> TEXT =
      simple("a text", plain -> plain instanceof String text ? text : null);

  /** A name that is safe in files' names. */
  public static final OptionType<String> IDENTIFIER =
      simple(
          "a name of letters, digits, '-', '_' and '.', beginning with a letter or digit",
          plain ->
              plain instanceof String text && text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
                  ? text
                  : null);

  /** A file, relative to the working directory; written back as an absolute path. */
  public static final OptionType<Path> PATH =
      new OptionType<>() {
        @Override
        public String description() {
          return "a file's path";
        }

        @Override
        public Path read(Object plain, OptionReader reader) {
          return Path.of(TEXT.read(plain, reader)).toAbsolutePath().normalize();
        }

        @Override
        public Object write(Path value) {
          return value.toString();
        }
      };

  private OptionTypes() {}

  /** Returns the whole numbers of a closed range. */
  public static OptionType<Integer> integer(int least, int most) {
    String description =
        most == Integer.MAX_VALUE
            ? "a whole number of at least " + least
            : "a whole number from " + least + " to " + most;
    return simple(
        description,
        plain -> {
          Long value = wholeNumber(plain);
          return value != null && value >= least && value <= most ? value.intValue() : null;
        });
  }

  /** Returns the whole numbers that fit 64 bits. */
  public static OptionType<Long> seed() {
    return simple("a whole number", OptionTypes::wholeNumber);
  }

  /** Returns the finite real numbers of a range. */
  public static OptionType<Double> real(RealRange range) {
    return simple(
        range.description(),
        plain ->
            plain instanceof Number number && range.contains(number.doubleValue())
                ? number.doubleValue()
                : null);
  }

  private static Long wholeNumber(Object plain) {
    return switch (plain) {
      case Integer number -> number.longValue();
      case Long number -> number;
      case Double number when number == Math.rint(number) && Math.abs(number) < 0x1p53 ->
          number.longValue();
      case null, default -> null;
    };
  }

  /** Returns the constants of an enum, as lower-case words joined by hyphens. */
  public static <E extends Enum<E>> OptionType<E> choice(Class<E> words) {
    Map<String, E> byWord =
        Arrays.stream(words.getEnumConstants())
            .collect(Collectors.toMap(OptionTypes::word, constant -> constant));
    List<String> names = Arrays.stream(words.getEnumConstants()).map(OptionTypes::word).toList();
    return new OptionType<>() {
      @Override
      public String description() {
        return "one of " + String.join(", ", names);
      }

      @Override
      public E read(Object plain, OptionReader reader) {
        E constant = byWord.get(String.valueOf(plain));
        if (constant == null) {
          throw reader.problem(
              "there is no choice "
                  + OptionReader.show(plain)
                  + NearestName.hint(String.valueOf(plain), names));
        }
        return constant;
      }

      @Override
      public Object write(E value) {
        return word(value);
      }
    };
  }

  /** Returns a service by name: a text, or a map with the key {@code name} and its options. */
  public static <S extends Service> OptionType<Configured<S>> service(Class<S> type) {
    return service(type, "name");
  }

  /** Returns a service by name: a text, or a map with the name under {@code nameKey}. */
  public static <S extends Service> OptionType<Configured<S>> service(
      Class<S> type, String nameKey) {
    return new ServiceOptionType<>(type, nameKey, null);
  }

  /** Returns a service by name; the fallback is meant where options are given without a name. */
  static <S extends Service> OptionType<Configured<S>> serviceOr(Class<S> type, String fallback) {
    return new ServiceOptionType<>(type, "name", fallback);
  }

  /** Returns lists of a type. */
  public static <T> OptionType<List<T>> list(OptionType<T> element) {
    return new OptionType<>() {
      @Override
      public String description() {
        return "a list, each " + element.description();
      }

      @Override
      public List<Option<?>> keys() {
        return element.keys();
      }

      @Override
      public List<T> read(Object plain, OptionReader reader) {
        if (!(plain instanceof List<?> items)) {
          throw reader.problem("expected a list, found " + OptionReader.show(plain) + ".");
        }
        List<T> values = new ArrayList<>();
        for (Object item : items) {
          values.add(element.read(item, reader.at(values.size())));
        }
        return List.copyOf(values);
      }

      @Override
      public Object write(List<T> value) {
        return value.stream().map(element::write).toList();
      }
    };
  }

  /** Returns groups of options. */
  public static OptionType<Options> section(List<Option<?>> schema) {
    return new OptionType<>() {
      @Override
      public String description() {
        return "keys with values";
      }

      @Override
      public List<Option<?>> keys() {
        return List.copyOf(schema);
      }

      @Override
      public Options read(Object plain, OptionReader reader) {
        return reader.options(schema, plain);
      }

      @Override
      public Object write(Options value) {
        return value.toPlain();
      }
    };
  }

  /** Returns a type whose values are plain data themselves; {@code parse} gives null if wrong. */
  private static <T> OptionType<T> simple(String description, Function<Object, T> parse) {
    return new OptionType<>() {
      @Override
      public String description() {
        return description;
      }

      @Override
      public T read(Object plain, OptionReader reader) {
        T value = parse.apply(plain);
        if (value == null) {
          throw reader.problem(
              "expected " + description + ", found " + OptionReader.show(plain) + ".");
        }
        return value;
      }

      @Override
      public Object write(T value) {
        return value;
      }
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a number without a trailing ".0". */
  static String brief(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
