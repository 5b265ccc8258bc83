package org.prairieml.host.experiment;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.api.PrairieException;

/**
 * A value put over what an experiment's file says, from the command line.
 *
 * @param label how messages call it, as the user wrote it: {@code --set seed=7}
 * @param path the keys from the root to the value; elements of lists by index, layers also by id
 * @param value plain data; null takes the default
 */
public record Setting(String label, List<String> path, Object value) {

  private static final Pattern ASSIGNMENT = Pattern.compile("([^=]*)=(.*)", Pattern.DOTALL);
  private static final Pattern PATH =
      Pattern.compile("[^.\\[\\]]+(\\[\\d+])*(\\.[^.\\[\\]]+(\\[\\d+])*)*");

  /**
   * Returns the setting in a text such as {@code trainer.steps=100} or {@code network[0].units=50};
   * the value is YAML.
   *
   * @throws PrairieException bad input, if it is not of this form
   */
  public static Setting parse(String text) {
    Matcher assignment = ASSIGNMENT.matcher(text);
    if (!assignment.matches() || !PATH.matcher(assignment.group(1)).matches()) {
      throw PrairieException.badInput(
          "expected key=value, such as trainer.steps=100, found '" + text + "'.");
    }
    String label = "--set " + text;
    return new Setting(
        label, steps(assignment.group(1)), YamlReader.read(assignment.group(2), label));
  }

  /** Returns a setting of a key at the root. */
  public static Setting of(String label, String key, Object value) {
    return new Setting(label, List.of(key), value);
  }

  private static List<String> steps(String path) {
    return List.of(path.replace("[", ".").replace("]", "").split("\\."));
  }

  /**
   * Puts the value in its place; groups of keys that are missing on the way there are created, and
   * a service that is given by its name alone becomes a group of keys.
   *
   * @throws PrairieException bad input, if the way there leads through a value that has no keys, or
   *     an element that a list does not have
   */
  public void applyTo(Map<String, Object> root) {
    new SettingPlace(this, root).put();
  }
}
