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
          ActivationsShowCommand.class,
          ActivationsEvalCommand.class,
          ActivationsPlotCommand.class,
          ActivationsCompareCommand.class,
          ActivationsDistinctCommand.class,
          ActivationsExportCommand.class);

  private static final List<Class<?>> PLUGIN_COMMANDS =
      List.of(
          PluginsListCommand.class,
          PluginsInfoCommand.class,
          PluginsInstallCommand.class,
          PluginsRemoveCommand.class,
          PluginsVerifyCommand.class);

  private final Provider<ServiceRegistry> registry;
  private final PluginPolicy policy;
  private final Streams streams;
  private final IFactory factory;

  /**
   * Creates the commands.
   *
   * @param injector is asked for when a command needs it, and costs more than most that do not
   * @param registry is asked for when a command needs services
   * @param policy is told what the command line says of plug-ins
   */
  @Inject
  public PrairieCommandLine(
      Provider<Injector> injector,
      Provider<ServiceRegistry> registry,
      PluginPolicy policy,
      Streams streams) {
    this.registry = registry;
    this.policy = policy;
    this.streams = streams;
    this.factory = new InjectingFactory(injector);
  }

  /** Runs the command that the arguments name, and returns its exit code. */
  public int execute(String... arguments) {
    FailureReporter failures = new FailureReporter(streams);
    CommandLine root = commands(word(arguments, 0), word(arguments, 1));
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

  private static String word(String[] arguments, int place) {
    return place < arguments.length ? arguments[place] : "";
  }

  private CommandLine commands(String command, String subcommand) {
    Subcommands commands =
        new Subcommands().add(factory, List.of(RunCommand.class, ExperimentsCommand.class));
    ServiceGroup.ALL.forEach(
        group -> commands.add(group.name(), () -> serviceCommands(group, subcommand)));
    commands.add("plugins", () -> pluginCommands(subcommand));
    CommandLine root =
        commands.addTo(new CommandLine(new PrairieCommand(policy), factory), command);
    // Not among the others: it writes them all down, so all are made where it is asked for.
    return root.getSubcommands().containsKey(command)
        ? root
        : root.addSubcommand(AutoComplete.GenerateCompletion.class);
  }

  private CommandLine pluginCommands(String subcommand) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("See, install, remove and verify plug-ins.")
        .footer("", "Examples:", "  prairie plugins list", "  prairie plugins install bent.jar");
    return new Subcommands()
        .add(factory, PLUGIN_COMMANDS)
        .addTo(new CommandLine(spec, factory), subcommand);
  }

  private CommandLine serviceCommands(ServiceGroup group, String subcommand) {
    CommandSpec spec = CommandSpec.create();
    String list = "  prairie %s list".formatted(group.name());
    String show = "  prairie %s show %s".formatted(group.name(), group.example());
    spec.usageMessage()
        .description("List and show the " + group.name() + " that experiments can name.")
        .footer("", "Examples:", list, show);
    return subcommands(group, list, show).addTo(new CommandLine(spec, factory), subcommand);
  }

  private Subcommands subcommands(ServiceGroup group, String list, String show) {
    Subcommands commands = new Subcommands();
    if (group.type() == Activation.class) {
      return commands
          .add(
              "list", () -> new CommandLine(new ActivationsListCommand(registry, streams), factory))
          .add(factory, ACTIVATION_COMMANDS);
    }
    commands.add(
        "list",
        () -> withExample(new ListServicesCommand(group, registry, streams), list + " --json"));
    commands.add("show", () -> withExample(new ShowServiceCommand(group, registry, streams), show));
    if (group.type() == DatasetSource.class) {
      commands.add(factory, List.of(DatasetInfoCommand.class, DatasetExportCommand.class));
    }
    if (group.type() == Engine.class) {
      commands.add(factory, List.of(EnginesBenchCommand.class));
    }
    return commands;
  }

  private CommandLine withExample(Object command, String example) {
    CommandLine line = new CommandLine(command, factory);
    line.getCommandSpec().usageMessage().footer("", "Example:", example);
    return line;
  }
}
