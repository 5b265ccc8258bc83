package org.prairieml.host.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.host.plugins.check.JarLimits;
import org.prairieml.host.plugins.check.JarReader;
import org.prairieml.host.plugins.check.JarTrust;
import org.prairieml.host.plugins.inspect.PluginFolder;
import org.prairieml.host.plugins.inspect.PluginInspector;
import org.prairieml.host.plugins.version.SemanticVersion;

/** Sources of small plug-ins, and what reads them. */
public final class TestPlugins {

  /** The version of the API in tests. */
  public static final SemanticVersion API = SemanticVersion.parse("1.1.0").orElseThrow();

  private TestPlugins() {}

  /** Returns the lines of a manifest. */
  public static String manifest(String id, String version) {
    return "Prairie-Plugin: %s\nPrairie-Version: %s\nPrairie-Api: [1.0,2)\n".formatted(id, version);
  }

  /** Returns the sources of a module {@code demo} with one activation. */
  public static Map<String, String> module(String name) {
    return module("", "", name);
  }

  /** Returns the sources of a module {@code demo} with one activation. */
  public static Map<String, String> module(String directives, String members, String name) {
    return Map.of(
        "module-info.java",
        """
        module demo {
          requires org.prairieml.api;
          %s
          provides org.prairieml.api.network.Activation with demo.Wobble;
        }
        """
            .formatted(directives),
        "demo/Wobble.java",
        activation("demo", members, "\"" + name + "\""),
        "demo/Other.java",
        "package demo; class Other {}");
  }

  /** Returns the source of the activation {@code Wobble}. */
  public static String activation(String packageName, String members, String name) {
    return """
    package %s;

    import org.prairieml.api.Options;
    import org.prairieml.api.network.Activation;
    import org.prairieml.api.network.ParameterScope;
    import org.prairieml.graph.Tensor;

    public final class Wobble implements Activation {
      %s
      public String name() { return %s; }
      public String summary() { return "Wobbles."; }
      public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
        return x.sin();
      }
    }
    """
        .formatted(packageName, members, name);
  }

  /** Returns an inspector of everything. */
  public static PluginInspector inspector() {
    return inspector(new JarReader(JarLimits.DEFAULT));
  }

  /** Returns an inspector. */
  public static PluginInspector inspector(JarReader reader) {
    return new PluginInspector(reader, JarTrust.ALL, Optional.of(API));
  }

  /** Returns what a folder has. */
  public static Installation installation(Path folder) {
    return installation(folder, PluginListener.NONE);
  }

  /** Returns what a folder has. */
  public static Installation installation(Path folder, PluginListener listener) {
    return Installation.of(new PluginFolder(folder), inspector(), listener);
  }

  /** Returns what a folder has, for impatient tests. */
  public static Installation installation(
      Path folder, PluginInspector inspector, Duration timeLimit) {
    return Installation.of(
        new PluginFolder(folder), inspector, new TimeLimit(timeLimit), PluginListener.NONE);
  }

  /** Returns the problems of an installation, by file, as they are printed. */
  public static List<String> broken(ServiceRegistry registry) {
    registry.loadAll();
    return registry.broken().stream().map(BrokenPlugin::toString).toList();
  }
}
