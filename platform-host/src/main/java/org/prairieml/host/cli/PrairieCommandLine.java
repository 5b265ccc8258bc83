package org.prairieml.host.cli;

import com.google.inject.Injector;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.network.Activation;
import org.prairieml.host.plugins.ServiceRegistry;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/** All commands, ready to run one. */
public final class PrairieCommandLine {

  /** Functions can be asked more than other services. */
  private static final List<Class<?>> ACTIVATION_COMMANDS =
      List.of(
          ActivationsListCommand.class,
          ActivationsShowCommand.class,
          ActivationsEvalCommand.class,
          ActivationsPlotCommand.class,
          ActivationsCompareCommand.class,
          ActivationsExportCommand.class);

  private final Provider<ServiceRegistry> registry;
  private final Streams streams;
  private final IFactory factory;

  /** Creates the commands; the injector is asked for when one of them is run. */
  @Inject
  public PrairieCommandLine(
      Provider<Injector> injector, Provider<ServiceRegistry> registry, Streams streams) {
    this.registry = registry;
    this.streams = streams;
    this.factory = new InjectingFactory(injector);
  }

  /** Runs the command that the arguments name, and returns its exit code. */
  public int execute(String... arguments) {
    FailureReporter failures = new FailureReporter(streams);
    CommandLine root = commands();
    root.setOut(streams.out())
        .setErr(streams.err())
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    int exitCode = execute(root, failures, arguments);
    if (streams.out().checkError() && exitCode == ExitCode.DONE) {
      streams.remark("standard output is closed or full; the result is not complete.");
      return ExitCode.WORK_FAILED;
    }
    return exitCode;
  }

  private static int execute(CommandLine root, FailureReporter failures, String... arguments) {
    try {
      return root.execute(arguments);
    } catch (Error e) {
      // picocli hands on exceptions only; what memory the command held is free again by now.
      return failures.report(e, root);
    }
  }

  private CommandLine commands() {
    CommandLine root = new CommandLine(PrairieCommand.class, factory);
    root.addSubcommand(RunCommand.class).addSubcommand(ExperimentsCommand.class);
    ServiceGroup.ALL.forEach(group -> root.addSubcommand(commands(group)));
    root.addSubcommand(pluginCommands());
    root.addSubcommand(AutoComplete.GenerateCompletion.class);
    return root;
  }

  private CommandLine pluginCommands() {
    CommandSpec spec = CommandSpec.create().name("plugins");
    spec.usageMessage()
        .description("See, install, remove and verify plug-ins.")
        .footer("", "Examples:", "  prairie plugins list", "  prairie plugins install bent.jar");
    return new CommandLine(spec, factory)
        .addSubcommand(PluginsListCommand.class)
        .addSubcommand(PluginsInfoCommand.class)
        .addSubcommand(PluginsInstallCommand.class)
        .addSubcommand(PluginsRemoveCommand.class)
        .addSubcommand(PluginsVerifyCommand.class);
  }

  private CommandLine commands(ServiceGroup group) {
    String list = "  prairie %s list".formatted(group.name());
    String show = "  prairie %s show %s".formatted(group.name(), group.example());
    CommandSpec spec = CommandSpec.create().name(group.name());
    spec.usageMessage()
        .description("List and show the " + group.name() + " that experiments can name.")
        .footer("", "Examples:", list, show);
    CommandLine commands = new CommandLine(spec, factory);
    if (group.type() == Activation.class) {
      ACTIVATION_COMMANDS.forEach(commands::addSubcommand);
      return commands;
    }
    add(commands, new ListServicesCommand(group, registry, streams), list + " --json");
    add(commands, new ShowServiceCommand(group, registry, streams), show);
    if (group.type() == DatasetSource.class) {
      commands.addSubcommand(DatasetInfoCommand.class);
      commands.addSubcommand(DatasetExportCommand.class);
    }
    if (group.type() == Engine.class) {
      commands.addSubcommand(EnginesBenchCommand.class);
    }
    return commands;
  }

  private void add(CommandLine commands, Object command, String example) {
    CommandLine line = new CommandLine(command, factory);
    line.getCommandSpec().usageMessage().footer("", "Example:", example);
    commands.addSubcommand(line);
  }
}
