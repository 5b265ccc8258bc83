package org.prairieml.host.plugins.check;

import java.util.Arrays;

/** Names of zip entries that try to reach outside of the folder into which they are unpacked. */
final class EntryName {

  private EntryName() {}

  /**
   * Checks a name.
   *
   * @throws ProblemException if it is absolute, goes up, or has a backslash, a drive or a control
   *     character
   */
  static void check(String name) {
    if (name.startsWith("/")
        || name.matches("(?s)[A-Za-z]:.*")
        || name.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))
        || Arrays.asList(name.split("/")).contains("..")) {
      throw new Problem(
              "its entry '%s' has a path that leads out of it"
                  .formatted(name.replaceAll("\\p{Cntrl}", "?")),
              "Remove it, and ask whoever gave it to you")
          .toException();
    }
  }
}
