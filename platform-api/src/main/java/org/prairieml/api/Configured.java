package org.prairieml.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service together with values for its options.
 *
 * @param service the service
 * @param options values for {@link Service#options()}
 * @param reference how it was referred to: its name, alone or with a version after an {@code @}
 * @param <S> the service interface
 */
public record Configured<S extends Service>(S service, Options options, String reference) {

  /** Creates a service that is referred to by its name. */
  public Configured(S service, Options options) {
    this(service, options, service.name());
  }

  /** Returns a service with its defaults; they must not name other services. */
  public static <S extends Service> Configured<S> of(S service) {
    return new Configured<>(service, Options.defaults(service.options()));
  }

  /** Returns the same service with one option's value replaced. */
  public <T> Configured<S> with(Option<T> option, T value) {
    return new Configured<>(service, options.with(option, value), reference);
  }

  /** Returns the service's name. */
  public String name() {
    return service.name();
  }

  /** Returns the reference and every option as plain data. */
  public Map<String, Object> toPlain() {
    return toPlain("name");
  }

  Map<String, Object> toPlain(String nameKey) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(nameKey, reference);
    plain.putAll(options.toPlain());
    return plain;
  }

  @Override
  public String toString() {
    return toPlain().toString();
  }
}
