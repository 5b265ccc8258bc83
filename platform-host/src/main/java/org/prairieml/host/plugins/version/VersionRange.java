package org.prairieml.host.plugins.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval of versions: {@code [1.2,2)} is from 1.2.0 to what is below 2.0.0, {@code [1.2,)} has
 * no end, {@code [1.2]} is 1.2.0 alone, and {@code 1.2}, without brackets, is the same as {@code
 * [1.2,)}.
 *
 * <p>A pre-release of an excluded upper bound is excluded with it: 2.0.0-rc.1 is not in {@code
 * [1.2,2)}, although it comes before 2.0.0.
 *
 * @param text the interval as it was written
 * @param least the lower bound; none if there is no such bound
 * @param most the upper bound; none if there is no such bound
 */
public record VersionRange(String text, Optional<Bound> least, Optional<Bound> most) {

  private static final Pattern INTERVAL =
      Pattern.compile("([\\[(])\\s*([^,\\s]*)\\s*(,?)\\s*([^,\\s]*)\\s*([])])");

  /**
   * An end of an interval.
   *
   * @param version where it is
   * @param inclusive whether the version itself is within
   */
  public record Bound(SemanticVersion version, boolean inclusive) {}

  /**
   * Returns the range that a text is.
   *
   * @throws IllegalArgumentException if it is none, or an empty one
   */
  public static VersionRange parse(String text) {
    String trimmed = text.strip();
    Matcher interval = INTERVAL.matcher(trimmed);
    VersionRange range =
        interval.matches()
            ? interval(trimmed, interval)
            : new VersionRange(
                trimmed, Optional.of(new Bound(version(trimmed), true)), Optional.empty());
    range.requireSomething();
    return range;
  }

  private static VersionRange interval(String text, Matcher found) {
    Optional<Bound> least = bound(found.group(2), found.group(1).equals("["));
    boolean hasEnd = !found.group(3).isEmpty();
    if (!hasEnd && (least.isEmpty() || !found.group(4).isEmpty() || !text.matches("\\[.*]"))) {
      throw new IllegalArgumentException("'" + text + "' is no range of versions");
    }
    return new VersionRange(
        text, least, hasEnd ? bound(found.group(4), found.group(5).equals("]")) : least);
  }

  private static Optional<Bound> bound(String text, boolean inclusive) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Bound(version(text), inclusive));
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parseBound(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no version"));
  }

  private void requireSomething() {
    if (least.isEmpty() || most.isEmpty()) {
      return;
    }
    int order = least.get().version().compareTo(most.get().version());
    if (order > 0 || order == 0 && !(least.get().inclusive() && most.get().inclusive())) {
      throw new IllegalArgumentException("'" + text + "' contains no version");
    }
  }

  /** Returns whether a version is within. */
  public boolean contains(SemanticVersion version) {
    return least.stream().allMatch(bound -> isAbove(version, bound))
        && most.stream().allMatch(bound -> isBelow(version, bound));
  }

  private static boolean isAbove(SemanticVersion version, Bound bound) {
    int order = version.compareTo(bound.version());
    return order > 0 || order == 0 && bound.inclusive();
  }

  private static boolean isBelow(SemanticVersion version, Bound bound) {
    int order = version.compareTo(bound.version());
    return order < 0 && !leadsTo(version, bound) || order == 0 && bound.inclusive();
  }

  private static boolean leadsTo(SemanticVersion version, Bound bound) {
    return !bound.inclusive()
        && version.isPreRelease()
        && !bound.version().isPreRelease()
        && version.core().equals(bound.version().core());
  }

  @Override
  public String toString() {
    return text;
  }
}
