package org.prairieml.api;

import java.util.List;

/**
 * A capability that is found by name: an activation, a trainer, an engine, a data set.
 *
 * <p>Implementations are stateless and safe for use by several threads; what configures them is
 * passed to every call as {@link Options}. A class is made known by {@code provides} in a module
 * descriptor, one by one or by a {@link ServiceCatalog}.
 */
public interface Service {

  /**
   * Returns the name by which experiments and commands refer to this service: lower-case words
   * joined by hyphens, unique among services of its type.
   */
  String name();

  /** Returns what it is, in one sentence. */
  String summary();

  /** Returns the options in the order in which help shows them; none is called {@code name}. */
  default List<Option<?>> options() {
    return List.of();
  }

  /** Returns the publication that it follows (authors, title, year), or an empty text. */
  default String source() {
    return "";
  }
}
