package org.prairieml.host.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of all commands, with the options that every command has. */
@Command(
    name = "prairie",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = PrairieVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    commandListHeading = "%nCommands:%n",
    sortOptions = false)
final class PrairieCommand {

  static final String DEBUG = "--debug";

  private final PluginPolicy policy;

  @Option(
      names = DEBUG,
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  PrairieCommand(PluginPolicy policy) {
    this.policy = policy;
  }

  @Option(
      names = "--trusted-only",
      scope = ScopeType.INHERIT,
      description = "Use only plug-ins whose SHA-256 is recorded or whose signer is trusted.")
  private void trustedOnly(boolean only) {
    policy.trustedOnly(only);
  }
}
