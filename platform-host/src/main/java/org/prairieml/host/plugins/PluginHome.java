package org.prairieml.host.plugins;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Optional;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.check.JarLimits;
import org.prairieml.host.plugins.check.JarReader;
import org.prairieml.host.plugins.check.JarTrust;
import org.prairieml.host.plugins.inspect.PluginFolder;
import org.prairieml.host.plugins.inspect.PluginInspector;
import org.prairieml.host.plugins.link.PlatformModules;
import org.prairieml.host.plugins.trust.TrustFolder;
import org.prairieml.host.plugins.trust.TrustedJars;
import org.prairieml.host.plugins.version.SemanticVersion;

/**
 * Where plug-ins are installed.
 *
 * @param folder the jars and folders of jars
 * @param trust what is trusted
 */
public record PluginHome(PluginFolder folder, TrustFolder trust) {

  /** Returns the folders of a distribution. */
  public static PluginHome in(Path home) {
    return new PluginHome(
        new PluginFolder(home.resolve("plugins")), new TrustFolder(home.resolve("trust")));
  }

  /**
   * Returns what is installed; nothing of it has run.
   *
   * @param trustedOnly whether only trusted jars are used
   * @throws PrairieException bad input, if a folder or the trust file cannot be read
   */
  public Installation open(boolean trustedOnly) {
    return Installation.of(folder, inspector(JarLimits.DEFAULT, trustedOnly), PluginListener.NONE);
  }

  /** Returns what looks at jars before they are used. */
  public PluginInspector inspector(JarLimits limits, boolean trustedOnly) {
    return new PluginInspector(
        new JarReader(limits), trustedOnly ? TrustedJars.of(trust) : JarTrust.ALL, apiVersion());
  }

  /** The version that the build has written into the descriptor of {@code platform-api}. */
  private static Optional<SemanticVersion> apiVersion() {
    return Optional.ofNullable(PlatformModules.API.getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .flatMap(SemanticVersion::parse);
  }
}
