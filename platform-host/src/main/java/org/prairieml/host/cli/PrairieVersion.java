package org.prairieml.host.cli;

import org.prairieml.host.plugins.PluginInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class PrairieVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {PluginInfo.BUILT_IN.toString()};
  }
}
