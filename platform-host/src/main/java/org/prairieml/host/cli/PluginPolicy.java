package org.prairieml.host.cli;

/** Which plug-ins a command may use: all, unless the command line says otherwise. */
public final class PluginPolicy {

  private boolean trustedOnly;

  /** Returns whether only trusted plug-ins may be used. */
  public boolean isTrustedOnly() {
    return trustedOnly;
  }

  void trustedOnly(boolean only) {
    trustedOnly = only;
  }
}
