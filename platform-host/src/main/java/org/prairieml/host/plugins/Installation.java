package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.inspect.Inspection;
import org.prairieml.host.plugins.inspect.PluginCandidate;
import org.prairieml.host.plugins.inspect.PluginFolder;
import org.prairieml.host.plugins.inspect.PluginInspector;
import org.prairieml.host.plugins.inspect.RequirementCheck;
import org.prairieml.host.plugins.link.PlatformModules;
import org.prairieml.host.plugins.version.SemanticVersion;

/**
 * What is installed.
 *
 * @param sources where services come from, Prairie itself first; of two that offer one name, the
 *     first has it
 * @param broken what lies in the folder of plug-ins and cannot be used
 * @param inspections what lies in the folder of plug-ins, in order of file names
 */
public record Installation(
    List<ServiceSource> sources, List<BrokenPlugin> broken, List<Inspection> inspections) {

  /** Prairie's plug-ins before others, then by id, then from the highest version down. */
  private static final Comparator<PluginCandidate> ORDER =
      Comparator.<PluginCandidate, Boolean>comparing(plugin -> !isPrairies(plugin))
          .thenComparing(plugin -> plugin.manifest().id())
          .thenComparing(plugin -> plugin.manifest().version(), Comparator.reverseOrder());

  /** Returns an installation of sources that are not from a folder. */
  public static Installation of(List<ServiceSource> sources, List<BrokenPlugin> broken) {
    return new Installation(List.copyOf(sources), List.copyOf(broken), List.of());
  }

  /** Returns Prairie without plug-ins. */
  public static Installation builtIn() {
    return of(List.of(new BuiltInSource()), List.of());
  }

  /**
   * Returns Prairie and the plug-ins of a folder. Nothing of them has run.
   *
   * @param folder need not exist
   * @param inspector looks at them
   * @param listener is told what becomes of them
   * @throws PrairieException bad input, if the folder cannot be read
   */
  public static Installation of(
      PluginFolder folder, PluginInspector inspector, PluginListener listener) {
    return of(folder, inspector, TimeLimit.DEFAULT, listener);
  }

  static Installation of(
      PluginFolder folder, PluginInspector inspector, TimeLimit limit, PluginListener listener) {
    List<Inspection> inspections =
        new RequirementCheck(
                platform(),
                folder.entries().stream().map(entry -> inspector.inspect(folder, entry)).toList())
            .check();
    List<ServiceSource> sources = new ArrayList<>(builtIn().sources());
    inspections.stream()
        .filter(Inspection::isSound)
        .map(inspection -> inspection.candidate().orElseThrow())
        .sorted(ORDER)
        .map(candidate -> new PluginSource(candidate, limit, listener))
        .forEach(sources::add);
    List<BrokenPlugin> broken =
        inspections.stream()
            .flatMap(inspection ->
                inspection.problem().map(problem -> broken(inspection, problem)).stream())
            .toList();
    sources.stream()
        .skip(1)
        .forEach(source -> listener.on(new PluginEvent.Loaded(source.plugin())));
    broken.forEach(plugin -> listener.on(new PluginEvent.Failed(plugin.file(), plugin.problem())));
    return new Installation(List.copyOf(sources), broken, inspections);
  }

  /** Returns what a plug-in may require besides other plug-ins: Prairie itself. */
  public static Map<String, SemanticVersion> platform() {
    return SemanticVersion.parse(PluginInfo.BUILT_IN.version())
        .map(version -> Map.of(PluginInfo.BUILT_IN.id(), version))
        .orElse(Map.of());
  }

  private static boolean isPrairies(PluginCandidate plugin) {
    return plugin.module().stream().anyMatch(module -> PlatformModules.isPrairies(module.name()));
  }

  private static BrokenPlugin broken(Inspection plugin, Problem problem) {
    Optional<PluginInfo> info =
        plugin
            .manifest()
            .map(manifest ->
                new PluginInfo(manifest.id(), manifest.version().toString(), plugin.name()));
    LostServices lost =
        plugin
            .candidate()
            .map(candidate -> LostServices.of(candidate.providers().keySet()))
            .orElse(LostServices.ANY);
    return new BrokenPlugin(plugin.name(), info, problem, lost);
  }
}
