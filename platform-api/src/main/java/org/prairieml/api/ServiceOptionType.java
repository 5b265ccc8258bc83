package org.prairieml.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Options that are a service by name or in its {@link ServiceNotation notation}, alone or with
 * options.
 *
 * @param type the service interface
 * @param nameKey the key of the name where options are given too
 * @param fallback the name where only options are given; {@code null} if the name is needed
 */
record ServiceOptionType<S extends Service>(Class<S> type, String nameKey, String fallback)
    implements OptionType<Configured<S>> {

  @Override
  public String description() {
    String label = ServiceTypes.label(type);
    return ("aeiou".indexOf(label.charAt(0)) >= 0 ? "an " : "a ") + label;
  }

  /** What may stand around a name: the plug-in that the service is to come from, its version. */
  private static final Pattern ORIGIN = Pattern.compile("^[^:]+:|@.*$");

  @Override
  public Configured<S> read(Object plain, OptionReader reader) {
    Map<String, Object> given =
        plain instanceof String name
            ? Map.of(nameKey, name)
            : new LinkedHashMap<>(reader.map(plain));
    Object name = given.getOrDefault(nameKey, fallback);
    if (!(name instanceof String text)) {
      throw reader.problem(
          "expected %s, by name or with the key '%s'.".formatted(description(), nameKey));
    }
    Map<String, Object> options = new LinkedHashMap<>(given);
    options.remove(nameKey);
    Optional<String> notation = written(text, options, reader);
    return find(notation.orElse(text), options, reader);
  }

  private Configured<S> find(String name, Map<String, Object> options, OptionReader reader) {
    S service;
    try {
      service = reader.services().find(type, name);
    } catch (PrairieException missing) {
      throw located(missing, reader);
    }
    return new Configured<>(service, reader.options(service.options(), options), name);
  }

  /**
   * Returns the service in whose notation a text is written where no service is called so, with or
   * without plug-in and version, and adds what it stands for to the options.
   */
  private Optional<String> written(String text, Map<String, Object> options, OptionReader reader) {
    List<S> services = reader.services().all(type);
    String name = ORIGIN.matcher(text).replaceAll("");
    if (services.stream().anyMatch(service -> service.name().equals(name))) {
      return Optional.empty();
    }
    for (S service : services) {
      if (service instanceof ServiceNotation notation) {
        Optional<Map<String, Object>> read = read(notation, text, reader);
        if (read.isPresent()) {
          options.putAll(read.get());
          return Optional.of(service.name());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, Object>> read(
      ServiceNotation notation, String text, OptionReader reader) {
    try {
      return notation.read(text);
    } catch (PrairieException wrong) {
      throw located(wrong, reader);
    }
  }

  private static PrairieException located(PrairieException problem, OptionReader reader) {
    return problem.fault() == PrairieException.Fault.BAD_INPUT
        ? reader.problem(problem.getMessage())
        : problem;
  }

  @Override
  public Object write(Configured<S> value) {
    return value.toPlain(nameKey);
  }
}
