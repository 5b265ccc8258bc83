package org.prairieml.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options that are a service by name, alone or with its options.
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
    S service = find(text, reader);
    Map<String, Object> options = new LinkedHashMap<>(given);
    options.remove(nameKey);
    return new Configured<>(service, reader.options(service.options(), options), text);
  }

  private S find(String name, OptionReader reader) {
    try {
      return reader.services().find(type, name);
    } catch (PrairieException missing) {
      throw missing.fault() == PrairieException.Fault.BAD_INPUT
          ? reader.problem(missing.getMessage())
          : missing;
    }
  }

  @Override
  public Object write(Configured<S> value) {
    return value.toPlain(nameKey);
  }
}
