package org.prairieml.host.cli;

import org.prairieml.host.plugins.PluginInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class PrairieVersion implements IVersionProvider {

  /** Prairie's name and version. */
  public static final String TEXT = PluginInfo.BUILT_IN.toString();

  /** Whether these arguments ask for the version and nothing else: no command needs to be known. */
  public static boolean isAllThatIsAskedIn(String... arguments) {
    return arguments.length == 1 && arguments[0].equals("--version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {TEXT};
  }
}
