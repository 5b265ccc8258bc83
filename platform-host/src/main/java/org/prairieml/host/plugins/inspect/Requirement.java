package org.prairieml.host.plugins.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.host.plugins.version.VersionRange;

/**
 * Another plug-in without which one is of no use.
 *
 * @param id the other's id
 * @param range the versions that will do
 */
public record Requirement(String id, VersionRange range) {

  private static final Pattern SYNTAX =
      Pattern.compile("\\s*([A-Za-z0-9._-]+)\\s*([\\[(][^\\])]*[\\])])?\\s*(,|$)");
  private static final VersionRange ANY = VersionRange.parse("[0,)");

  /**
   * Reads a list: ids with or without a range, separated by commas.
   *
   * @throws IllegalArgumentException if it is no such list
   */
  static List<Requirement> parse(String text) {
    List<Requirement> all = new ArrayList<>();
    Matcher matcher = SYNTAX.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalArgumentException(
            "'" + text + "' is no list of plug-ins such as 'activations [0.1,0.2), other'");
      }
      String range = matcher.group(2);
      all.add(new Requirement(matcher.group(1), range == null ? ANY : VersionRange.parse(range)));
      end = matcher.end();
    }
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return range.equals(ANY) ? id : id + " " + range;
  }
}
