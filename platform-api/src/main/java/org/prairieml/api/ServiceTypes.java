package org.prairieml.api;

import java.util.Locale;

/** How service types are called in messages and help. */
public final class ServiceTypes {

  private ServiceTypes() {}

  /** Returns the type's name in lower-case words: {@code DatasetSource} is "dataset source". */
  public static String label(Class<? extends Service> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
