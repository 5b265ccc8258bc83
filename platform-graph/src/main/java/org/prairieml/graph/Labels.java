package org.prairieml.graph;

import java.util.Locale;

/** How enum constants are spelt in printed programs and errors. */
final class Labels {

  private Labels() {}

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
