package org.prairieml.host.plugins.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.version.SemanticVersion;

/**
 * Sets plug-ins apart that cannot be there together with the others: those that another has the id
 * and version of, and those that need what is not there.
 */
public final class RequirementCheck {

  private final Map<String, SemanticVersion> platform;
  private List<Inspection> plugins;

  /**
   * Creates a check.
   *
   * @param platform what is there in any case, by id
   * @param plugins in the order in which the first of two equal ones is kept
   */
  public RequirementCheck(Map<String, SemanticVersion> platform, List<Inspection> plugins) {
    this.platform = platform;
    this.plugins = plugins;
  }

  /** Returns the plug-ins, with the problems that were found. */
  public List<Inspection> check() {
    plugins = withoutRepetition();
    List<Inspection> before;
    do {
      before = plugins;
      plugins = before.stream().map(this::checked).toList();
    } while (!plugins.equals(before));
    return plugins;
  }

  private List<Inspection> withoutRepetition() {
    Map<String, String> seen = new HashMap<>();
    List<Inspection> kept = new ArrayList<>();
    for (Inspection plugin : plugins) {
      String first =
          plugin.isSound()
              ? seen.putIfAbsent(plugin.manifest().orElseThrow().reference(), plugin.name())
              : null;
      kept.add(first == null ? plugin : plugin.failed(repetition(plugin, first)));
    }
    return kept;
  }

  private static Problem repetition(Inspection plugin, String first) {
    return new Problem(
        "%s is there already, in '%s'"
            .formatted(plugin.manifest().orElseThrow().reference(), first),
        "Remove one of the two");
  }

  private Inspection checked(Inspection plugin) {
    return plugin.isSound()
        ? plugin.manifest().orElseThrow().requirements().stream()
            .filter(requirement -> !isMet(requirement))
            .findFirst()
            .map(requirement -> plugin.failed(missing(requirement)))
            .orElse(plugin)
        : plugin;
  }

  private boolean isMet(Requirement requirement) {
    return Optional.ofNullable(platform.get(requirement.id())).stream()
            .anyMatch(requirement.range()::contains)
        || found(requirement, Inspection::isSound)
            .filter(found -> requirement.range().contains(found.version()))
            .isPresent();
  }

  /** The one that fits, if one does. */
  private Optional<PluginManifest> found(Requirement requirement, Predicate<Inspection> which) {
    List<PluginManifest> found =
        plugins.stream()
            .filter(which)
            .flatMap(plugin -> plugin.manifest().stream())
            .filter(manifest -> manifest.id().equals(requirement.id()))
            .toList();
    return found.stream()
        .filter(manifest -> requirement.range().contains(manifest.version()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private Problem missing(Requirement requirement) {
    String there =
        found(requirement, Inspection::isSound)
            .map(manifest -> "and there is " + manifest.reference())
            .or(() ->
                found(requirement, plugin -> true)
                    .map(manifest -> manifest.reference() + " being broken"))
            .orElse("which is not installed");
    return new Problem(
        "it needs the plug-in %s, %s".formatted(requirement, there),
        "Install a version of '%s' that fits".formatted(requirement.id()));
  }
}
