package org.prairieml.host.plugins.check;

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
        || hasDrive(name)
        || ("/" + name + "/").contains("/../")
        || hasForbiddenCharacter(name)) {
      throw new Problem(
              "its entry '%s' has a path that leads out of it"
                  .formatted(name.replaceAll("\\p{Cntrl}", "?")),
              "Remove it, and ask whoever gave it to you")
          .toException();
    }
  }

  private static boolean hasDrive(String name) {
    return name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0));
  }

  /**
   * A plain loop: this is done for every entry of every jar at every start, before any compiler.
   */
  private static boolean hasForbiddenCharacter(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' || Character.isISOControl(c)) {
        return true;
      }
    }
    return false;
  }
}
