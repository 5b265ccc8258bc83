package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.experiment.Setting;
import org.prairieml.host.run.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prairie run}. */
@Command(
    name = "run",
    description = "Run an experiment and keep what it gives in a run folder.",
    footer = {
      "",
      "Examples:",
      "  prairie run mnist1d-ldnn",
      "  prairie run mnist1d-ldnn --set compare.networks=5 --seed 7",
      "  prairie run my.yaml --out runs/first --json",
    })
final class RunCommand implements Callable<Integer> {

  private final Provider<RunSession> sessions;
  private final Streams streams;
  private final Clock clock;

  @Parameters(
      paramLabel = "EXPERIMENT",
      completionCandidates = ExperimentNames.class,
      description = "A file, or the name of an experiment that 'prairie experiments' lists.")
  private String experiment;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      converter = SettingConverter.class,
      description = "Put a value over what the experiment says: trainer.steps=100.")
  private List<Setting> settings = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder, new or empty; else runs/<experiment>-<time>.")
  private Path out;

  @Option(names = "--engine", paramLabel = "NAME", description = "Short for --set engine=NAME.")
  private String engine;

  @Option(
      names = "--precision",
      paramLabel = "FORMAT",
      description = "Short for --set precision=FORMAT.")
  private String precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumberConverter.class,
      description = "Short for --set threads=N.")
  private Long threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumberConverter.class,
      description = "Short for --set seed=N.")
  private Long seed;

  @Mixin private JsonOption json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Inject
  RunCommand(Provider<RunSession> sessions, Streams streams, Clock clock) {
    this.sessions = sessions;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    RunSession.Request request =
        new RunSession.Request(experiment, allSettings(), Optional.ofNullable(out));
    RunSession.Outcome outcome = run(request);
    print(outcome);
    return outcome.report().succeeded() ? ExitCode.DONE : ExitCode.WORK_FAILED;
  }

  private RunSession.Outcome run(RunSession.Request request) {
    try (ConsoleProgress progress = progress()) {
      return sessions.get().run(request, progress);
    }
  }

  private List<Setting> allSettings() {
    List<Setting> all = new ArrayList<>(settings);
    add(all, ExperimentSchema.ENGINE.name(), engine);
    add(all, ExperimentSchema.PRECISION.name(), precision);
    add(all, ExperimentSchema.THREADS.name(), threads);
    add(all, ExperimentSchema.SEED.name(), seed);
    return all;
  }

  private static void add(List<Setting> settings, String key, Object value) {
    if (value != null) {
      settings.add(Setting.of("--%s %s".formatted(key, value), key, value));
    }
  }

  private ConsoleProgress progress() {
    if (quiet) {
      return ConsoleProgress.silent();
    }
    return streams.interactive()
        ? ConsoleProgress.bars(streams.err())
        : ConsoleProgress.lines(streams.err(), clock);
  }

  private void print(RunSession.Outcome outcome) {
    String folder = outcome.folder().path().toString();
    if (json.isGiven()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("run", outcome.folder().path().toAbsolutePath().toString());
      plain.putAll(outcome.report().result());
      streams.json(plain);
    } else {
      outcome.report().lines().forEach(streams::result);
      streams.result("Run folder: " + folder);
    }
  }
}
