package org.prairieml.host.plugins.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.prairieml.api.PrairieException;
import org.prairieml.api.file.FileFailure;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.check.JarLimits;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.inspect.Inspection;
import org.prairieml.host.plugins.inspect.PluginCandidate;
import org.prairieml.host.plugins.inspect.PluginFolder;
import org.prairieml.host.plugins.inspect.PluginManifest;
import org.prairieml.host.plugins.inspect.RequirementCheck;
import org.prairieml.host.plugins.link.PluginLinker;
import org.prairieml.host.plugins.trust.Fingerprint;

/**
 * Copies plug-ins to where they belong, once everything about them is right that can be known
 * without running them.
 *
 * @param home where they belong
 * @param trustedOnly whether it has to be trusted already: by a recorded SHA-256 or a signature
 */
public record PluginInstaller(PluginHome home, boolean trustedOnly) {

  /**
   * What was installed.
   *
   * @param manifest what the plug-in says of itself
   * @param file where it is now
   * @param hashes the SHA-256 of its jars, by their paths in the folder of plug-ins
   * @param isNew whether it was not there before
   */
  public record Installed(
      PluginManifest manifest, Path file, SortedMap<String, String> hashes, boolean isNew) {}

  /**
   * Installs a jar, or a folder of jars, as {@code <id>-<version>}.
   *
   * @param sha256 what the SHA-256 of the jar must be, if the user knows
   * @throws PrairieException bad input, if there is no such file, its SHA-256 is another, or the
   *     version is there already with other contents; a plug-in's fault, if it cannot be used.
   *     Nothing has changed then
   */
  public Installed install(Path source, Optional<String> sha256) {
    if (!Files.exists(source)) {
      throw PrairieException.badInput("Plug-in '%s': there is no such file.".formatted(source));
    }
    try (StagedPlugin staged = StagedPlugin.of(source, home.folder().path())) {
      sha256.ifPresent(expected -> requireHash(source, staged.copy(), expected));
      PluginCandidate candidate = examine(source, staged);
      return place(candidate, staged.copy());
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Plug-in '%s': cannot be copied to '%s' (%s)."
              .formatted(source, home.folder().path(), FileFailure.reason(e)),
          e);
    }
  }

  private static void requireHash(Path source, Path copy, String expected) {
    String found =
        Files.isDirectory(copy) ? "that of a folder, which has none" : Fingerprint.of(copy);
    if (!found.equalsIgnoreCase(expected)) {
      throw PrairieException.badInput(
          "Plug-in '%s': expected the SHA-256 %s, found %s. Download it again, and do not use this one."
              .formatted(source, expected, found));
    }
  }

  private PluginCandidate examine(Path source, StagedPlugin staged) throws IOException {
    Inspection found =
        home.inspector(JarLimits.DEFAULT.countingAll(), trustedOnly)
            .inspect(new PluginFolder(staged.stage()), staged.copy());
    found.problem().ifPresent(problem -> refuse(source, problem));
    try {
      PluginLinker.link(found.candidate().orElseThrow()).close();
    } catch (ProblemException e) {
      refuse(source, e.problem());
    }
    requireOthers(source, found);
    return found.candidate().orElseThrow();
  }

  private void requireOthers(Path source, Inspection found) {
    List<Inspection> all = new ArrayList<>(home.open(false).inspections());
    all.removeIf(other -> other.manifest().equals(found.manifest()));
    all.add(found);
    new RequirementCheck(Installation.platform(), all)
        .check()
        .getLast()
        .problem()
        .ifPresent(problem -> refuse(source, problem));
  }

  private static void refuse(Path source, Problem problem) {
    throw PrairieException.plugin(
        "Plug-in '%s' is not installed: %s".formatted(source, problem), null);
  }

  private Installed place(PluginCandidate candidate, Path copy) throws IOException {
    PluginManifest manifest = candidate.manifest();
    String name = manifest.id() + "-" + manifest.version();
    Path target = home.folder().path().resolve(Files.isDirectory(copy) ? name : name + ".jar");
    SortedMap<String, String> hashes = hashes(candidate, copy, target.getFileName());
    Optional<Inspection> same = installed(manifest);
    if (same.isPresent() || Files.exists(target)) {
      requireSame(manifest, same, hashes);
      return new Installed(manifest, target, hashes, false);
    }
    Map<String, String> before = home.trust().file().read();
    Map<String, String> after = new TreeMap<>(before);
    after.putAll(hashes);
    home.trust().file().write(after);
    try {
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      home.trust().file().write(before);
      throw e;
    }
    return new Installed(manifest, target, hashes, true);
  }

  private static SortedMap<String, String> hashes(PluginCandidate plugin, Path copy, Path name) {
    SortedMap<String, String> hashes = new TreeMap<>();
    plugin
        .unit()
        .jars()
        .forEach(jar ->
            hashes.put(
                jar.equals(copy) ? name.toString() : name + "/" + jar.getFileName(),
                Fingerprint.of(jar)));
    return hashes;
  }

  private Optional<Inspection> installed(PluginManifest manifest) {
    return home.open(false).inspections().stream()
        .filter(other ->
            other.manifest().stream().anyMatch(m -> m.reference().equals(manifest.reference())))
        .findFirst();
  }

  private void requireSame(
      PluginManifest manifest, Optional<Inspection> same, SortedMap<String, String> hashes) {
    List<String> there =
        same.flatMap(Inspection::candidate).stream()
            .flatMap(candidate -> candidate.unit().jars().stream())
            .map(Fingerprint::of)
            .sorted()
            .toList();
    if (!there.equals(hashes.values().stream().sorted().toList())) {
      throw PrairieException.badInput(
          "Plug-in '%1$s' is there already, with other contents. To replace it: prairie plugins remove %1$s"
              .formatted(manifest.reference()));
    }
  }
}
