package org.prairieml.graph;

import java.util.function.Supplier;

/**
 * The name of the part of a model that is being built, so that a tensor, a printed program and an
 * error can say where they come from.
 *
 * <p>Scopes nest; their names are joined by dots: {@code encoder.dense2}.
 */
public final class GraphScope {

  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private GraphScope() {}

  /** Returns what {@code builder} builds within a scope of this name inside the current one. */
  public static <T> T within(String name, Supplier<T> builder) {
    String path = current().isEmpty() ? name : current() + "." + name;
    return at(path, builder);
  }

  /** Returns what {@code builder} builds within exactly this scope. */
  static <T> T at(String path, Supplier<T> builder) {
    return ScopedValue.where(CURRENT, path).call(builder::get);
  }

  /** Returns the current scope's path, empty outside of any. */
  static String current() {
    return CURRENT.orElse("");
  }
}
