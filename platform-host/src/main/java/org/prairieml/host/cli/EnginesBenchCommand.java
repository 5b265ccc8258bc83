package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.prairieml.api.Services;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.host.bench.Bench;
import org.prairieml.host.bench.BenchResult;
import org.prairieml.host.bench.BenchSettings;
import org.prairieml.host.bench.BenchTable;
import org.prairieml.host.bench.Workload;
import org.prairieml.host.bench.Workloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prairie engines bench}. */
@Command(
    name = "bench",
    description = {
      "Measure engines on standard workloads.",
      "",
      "Times are microseconds per step after a warm-up; first_us is compiling and the first step.",
    },
    footer = {
      "",
      "Examples:",
      "  prairie engines bench",
      "  prairie engines bench --workload w2 --engine vector --threads 2 --json",
    })
final class EnginesBenchCommand implements Callable<Integer> {

  /** It is the judge of the others, not their rival: it is measured where it is asked for. */
  private static final String REFERENCE = "reference";

  private static final int MOST_THREADS = 1024;

  private final Provider<Services> services;
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "An engine that 'prairie engines list' lists; by default all but reference.")
  private List<String> engines = new ArrayList<>();

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      completionCandidates = WorkloadNames.class,
      description = "One of ${COMPLETION-CANDIDATES}; by default all.")
  private List<String> workloads = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumberConverter.class,
      description = "How many threads a step may use; by default 1.")
  private long threads = 1;

  @Option(
      names = "--precision",
      paramLabel = "FORMAT",
      converter = PrecisionConverter.class,
      description = "float32 or float64; by default float32 where the engine has it.")
  private Precision precision;

  @Option(
      names = "--runs",
      paramLabel = "N",
      converter = WholeNumberConverter.class,
      description = "The number of samples, each of about 0.2 s; by default 5.")
  private long runs = 5;

  @Option(
      names = "--warmup",
      paramLabel = "SECONDS",
      description = "How long a step runs before it is measured; by default 2.")
  private double warmup = 2;

  @Mixin private JsonOption json;

  @Inject
  EnginesBenchCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Bench bench = new Bench(settings(), streams::remark);
    List<BenchResult> results = bench.run(chosenWorkloads(), chosenEngines());
    if (json.isGiven()) {
      streams.json(results.stream().map(BenchResult::toPlain).toList());
    } else {
      BenchTable.lines(results).forEach(streams::result);
    }
    return ExitCode.DONE;
  }

  private BenchSettings settings() {
    require(threads >= 1 && threads <= MOST_THREADS, "--threads", "1 to " + MOST_THREADS, threads);
    require(runs >= 1 && runs <= Integer.MAX_VALUE, "--runs", "at least 1", runs);
    require(warmup >= 0 && Double.isFinite(warmup), "--warmup", "a time of at least 0", warmup);
    return new BenchSettings((int) threads, Optional.ofNullable(precision), (int) runs, warmup);
  }

  private void require(boolean right, String option, String expected, Object found) {
    if (!right) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '%s': expected %s, found '%s'."
              .formatted(option, expected, found));
    }
  }

  private List<Workload> chosenWorkloads() {
    return workloads.isEmpty()
        ? Workloads.all()
        : workloads.stream().distinct().map(Workloads::find).toList();
  }

  private List<Engine> chosenEngines() {
    List<Engine> all = services.get().all(Engine.class);
    if (!engines.isEmpty()) {
      return engines.stream()
          .distinct()
          .map(name -> services.get().find(Engine.class, name))
          .toList();
    }
    List<Engine> rivals = all.stream().filter(engine -> !engine.name().equals(REFERENCE)).toList();
    return rivals.isEmpty() ? all : rivals;
  }

  /** The names of the workloads, for the help. */
  static final class WorkloadNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Workloads.names().iterator();
    }
  }
}
