package org.prairieml.host.plugins.version;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a> has it.
 *
 * <p>The order is that of its section 11, in which build metadata count for nothing; equality is
 * that of the text.
 *
 * @param core major, minor and patch
 * @param preRelease the identifiers after the hyphen, none for a release
 * @param build what stands after the plus sign, or an empty text
 */
public record SemanticVersion(List<BigInteger> core, List<String> preRelease, String build)
    implements Comparable<SemanticVersion> {

  private static final String NUMBER = "(?:0|[1-9]\\d*)";
  private static final String PRE_RELEASE = "(?:" + NUMBER + "|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(%1$s)(?:\\.(%1$s))?(?:\\.(%1$s))?(?:-(%2$s(?:\\.%2$s)*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?"
              .formatted(NUMBER, PRE_RELEASE));

  private static final int PARTS = 3;

  /** Numbers before words, numbers by value, words by their characters. */
  private static final Comparator<String> IDENTIFIERS =
      Comparator.<String, Boolean>comparing(identifier -> !isNumber(identifier))
          .thenComparing((a, b) ->
              isNumber(a) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b));

  /** Creates a version. */
  public SemanticVersion {
    core = List.copyOf(core);
    preRelease = List.copyOf(preRelease);
  }

  /** Returns the version that a text is, with major, minor and patch all there. */
  public static Optional<SemanticVersion> parse(String text) {
    return match(text).filter(found -> found.group(PARTS) != null).map(SemanticVersion::of);
  }

  /** Returns the version that a text is; a minor or patch number that is missing is 0. */
  static Optional<SemanticVersion> parseBound(String text) {
    return match(text).map(SemanticVersion::of);
  }

  private static Optional<Matcher> match(String text) {
    return Optional.of(SYNTAX.matcher(text)).filter(Matcher::matches);
  }

  private static SemanticVersion of(Matcher found) {
    String preRelease = found.group(PARTS + 1);
    return new SemanticVersion(
        List.of(number(found, 1), number(found, 2), number(found, PARTS)),
        preRelease == null ? List.of() : List.of(preRelease.split("\\.")),
        Optional.ofNullable(found.group(PARTS + 2)).orElse(""));
  }

  private static BigInteger number(Matcher found, int group) {
    return found.group(group) == null ? BigInteger.ZERO : new BigInteger(found.group(group));
  }

  private static boolean isNumber(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns whether this is a version on the way to a release. */
  boolean isPreRelease() {
    return !preRelease.isEmpty();
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int byCore = lexicographic(core, other.core, Comparator.naturalOrder());
    if (byCore != 0 || preRelease.equals(other.preRelease)) {
      return byCore;
    }
    return isPreRelease() && other.isPreRelease()
        ? lexicographic(preRelease, other.preRelease, IDENTIFIERS)
        : Boolean.compare(other.isPreRelease(), isPreRelease());
  }

  private static <T> int lexicographic(List<T> a, List<T> b, Comparator<T> order) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int difference = order.compare(a.get(i), b.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  @Override
  public String toString() {
    return String.join(".", core.stream().map(BigInteger::toString).toList())
        + (isPreRelease() ? "-" + String.join(".", preRelease) : "")
        + (build.isEmpty() ? "" : "+" + build);
  }
}
