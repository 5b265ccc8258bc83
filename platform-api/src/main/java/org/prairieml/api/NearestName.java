package org.prairieml.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody who misspelt a name may have meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the end of an error's sentence: a proposal where a name is near, else all names.
   *
   * @return text such as {@code "; did you mean 'relu'?"}, ending the sentence
   */
  public static String hint(String word, Collection<String> names) {
    if (names.isEmpty()) {
      return "; there are none.";
    }
    return find(word, names)
        .map(name -> "; did you mean '" + name + "'?")
        .orElse("; known: " + String.join(", ", names.stream().sorted().toList()) + ".");
  }

  /** Returns the name with the smallest edit distance, if it is near enough to be meant. */
  public static Optional<String> find(String word, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(word, name))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name ->
            distance(word, name) <= Math.max(2, Math.min(word.length(), name.length()) / 3));
  }

  /** Levenshtein's distance, by rows. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
