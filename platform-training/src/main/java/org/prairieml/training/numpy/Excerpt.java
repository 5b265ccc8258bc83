package org.prairieml.training.numpy;

/** Text of a stranger's file, made fit for a message of one line. */
final class Excerpt {

  private static final int LONGEST = 40;

  private Excerpt() {}

  /** Returns the beginning of a text, with a question mark for every unprintable character. */
  static String of(String text) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return beginning.replaceAll("[^\\p{Print}\\p{IsAlphabetic}]", "?");
  }
}
