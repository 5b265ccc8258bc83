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
        .filter(name -> distance(word, name) <= tolerance(word, name));
  }

  /** Two slips in a word of four letters or more, one in a shorter one, more in a long one. */
  private static int tolerance(String word, String name) {
    int length = Math.min(word.length(), name.length());
    return length < 4 ? 1 : Math.max(2, length / 3);
  }

  /** Levenshtein's distance, where two neighbors exchanged are one slip as well. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cell(String a, String b, int i, int j, int[][] d) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
