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

  @Option(
      names = DEBUG,
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;
}
