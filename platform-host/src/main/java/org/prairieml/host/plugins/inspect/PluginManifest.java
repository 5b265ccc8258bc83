package org.prairieml.host.plugins.inspect;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.Attributes;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.version.SemanticVersion;
import org.prairieml.host.plugins.version.VersionRange;

/**
 * What a plug-in says of itself.
 *
 * @param id its id, letters, digits, dots, hyphens and underscores
 * @param version its version
 * @param api the versions of {@code platform-api} that it works with
 * @param requirements the plug-ins that it needs
 */
public record PluginManifest(
    String id, SemanticVersion version, VersionRange api, List<Requirement> requirements) {

  private static final String ID = "Prairie-Plugin";
  private static final String VERSION = "Prairie-Version";
  private static final String API = "Prairie-Api";
  private static final String REQUIRES = "Prairie-Requires";

  /** Returns whether a manifest is that of a plug-in. */
  static boolean isIn(Attributes manifest) {
    return manifest.getValue(ID) != null;
  }

  /**
   * Reads a manifest.
   *
   * @throws ProblemException if something is missing or not as it must be
   */
  static PluginManifest of(Attributes manifest) {
    return new PluginManifest(
        read(manifest, ID, "an id such as 'bent'", PluginManifest::id),
        read(manifest, VERSION, "a version such as '1.0.0'", SemanticVersion::parse),
        read(
            manifest,
            API,
            "a range such as '[1.0,2)'",
            text -> Optional.of(VersionRange.parse(text))),
        manifest.getValue(REQUIRES) == null
            ? List.of()
            : read(
                manifest,
                REQUIRES,
                "plug-ins such as 'activations [0.1,0.2), other'",
                text -> Optional.of(Requirement.parse(text))));
  }

  private static Optional<String> id(String text) {
    return Optional.of(text).filter(id -> id.matches("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*"));
  }

  private static <T> T read(
      Attributes manifest, String name, String expected, Function<String, Optional<T>> reader) {
    String text = manifest.getValue(name);
    if (text == null) {
      throw problem("its manifest has no " + name, name, expected, null);
    }
    try {
      return reader
          .apply(text.strip())
          .orElseThrow(() -> problem(wrong(name, text), name, expected, null));
    } catch (IllegalArgumentException e) {
      throw problem(wrong(name, text), name, expected, e);
    }
  }

  private static String wrong(String name, String text) {
    return "its manifest has %s: %s".formatted(name, text);
  }

  private static ProblemException problem(
      String reason, String name, String expected, Exception cause) {
    return new ProblemException(
        new Problem(reason, "Give '%s' %s in the manifest".formatted(name, expected)), cause);
  }

  /** Returns id and version as the command line takes them. */
  public String reference() {
    return id + "@" + version;
  }
}
