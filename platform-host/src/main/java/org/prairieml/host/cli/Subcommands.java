package org.prairieml.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/**
 * The commands below another one. Where the one that is asked for is known, only that is made:
 * making them all takes longer than most of them run.
 */
final class Subcommands {

  private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

  /** Adds annotated commands, under the names that they have there. */
  Subcommands add(IFactory factory, List<Class<?>> types) {
    types.forEach(type ->
        add(type.getAnnotation(Command.class).name(), () -> new CommandLine(type, factory)));
    return this;
  }

  /** Adds a command. */
  Subcommands add(String name, Supplier<CommandLine> command) {
    commands.put(name, command);
    return this;
  }

  /**
   * Makes commands and puts them below another.
   *
   * @param asked what stands on the command line behind the name of {@code parent}; if it is no
   *     name of a command, all are made, for help and for proposals
   * @return {@code parent}
   */
  CommandLine addTo(CommandLine parent, String asked) {
    Map<String, Supplier<CommandLine>> needed =
        commands.containsKey(asked) ? Map.of(asked, commands.get(asked)) : commands;
    needed.forEach((name, command) -> parent.addSubcommand(name, command.get()));
    return parent;
  }
}
