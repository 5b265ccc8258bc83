package org.prairieml.host.plugins.link;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.Spliterator;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks providers up one by one, so that one which cannot be found does not hide the others. */
final class Providers {

  /** A service loader goes on after an error; should it ever not, this ends it. */
  private static final int MOST_ERRORS = 1000;

  private Providers() {}

  /**
   * Returns the providers that a service loader finds.
   *
   * @param own which classes count; a service loader also finds what the parents provide
   */
  static <S> List<Supplier<S>> of(ServiceLoader<S> services, Predicate<Class<?>> own) {
    List<Supplier<S>> found = new ArrayList<>();
    Spliterator<Provider<S>> providers = services.stream().spliterator();
    int errors = 0;
    boolean more = true;
    while (more && errors < MOST_ERRORS) {
      try {
        more =
            providers.tryAdvance(provider -> {
              if (own.test(provider.type())) {
                found.add(provider);
              }
            });
      } catch (ServiceConfigurationError | LinkageError e) {
        errors++;
        found.add(() -> {
          throw e;
        });
      }
    }
    return found;
  }
}
