package org.prairieml.host.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.prairieml.api.PrairieException;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;

/**
 * Measures workloads on engines, one after another.
 *
 * <p>Of each it compiles a step and times the first run, lets the step run until just-in-time
 * compilation has settled, then takes samples.
 */
public final class Bench {

  private final BenchSettings settings;
  private final StepTimer timer;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress is told, in a line each, what is measured next
   */
  public Bench(BenchSettings settings, Consumer<String> progress) {
    this(settings, new StepTimer(System::nanoTime), progress);
  }

  Bench(BenchSettings settings, StepTimer timer, Consumer<String> progress) {
    this.settings = settings;
    this.timer = timer;
    this.progress = progress;
  }

  /**
   * Measures every workload on every engine.
   *
   * @throws PrairieException bad input, before any work, if an engine does not have the precision;
   *     work failed, if a step's result is not a finite number
   */
  public List<BenchResult> run(List<Workload> workloads, List<Engine> engines) {
    engines.forEach(settings::compileFor);
    List<BenchResult> results = new ArrayList<>();
    for (Workload workload : workloads) {
      engines.forEach(engine -> results.add(measure(workload, engine)));
    }
    return results;
  }

  private BenchResult measure(Workload workload, Engine engine) {
    CompileSettings compile = settings.compileFor(engine);
    announce(workload, engine, compile);
    MemoryWatch memory = MemoryWatch.start();
    long start = timer.clock().getAsLong();
    try (BenchStep step = workload.prepare(engine, compile)) {
      long compiled = timer.clock().getAsLong() - start;
      step.start();
      double first = (compiled + timer.time(step::run)) / 1e3;
      List<Double> samples = samples(step, memory);
      requireFinite(step.value(), workload, engine);
      return new BenchResult(
          workload.name(),
          engine.name(),
          compile.precision(),
          compile.threads(),
          step.gflop(),
          first,
          samples,
          memory.peak());
    }
  }

  private void announce(Workload workload, Engine engine, CompileSettings compile) {
    progress.accept(
        "%s on %s, %s, threads: %d (%s)"
            .formatted(
                workload.name(),
                engine.name(),
                BenchSettings.label(compile.precision()),
                compile.threads(),
                workload.describe()));
  }

  private List<Double> samples(BenchStep step, MemoryWatch memory) {
    memory.look();
    int steps = timer.warmUp(step, settings.warmupSeconds());
    List<Double> samples = new ArrayList<>();
    for (int i = 0; i < settings.runs(); i++) {
      // A training that goes on for long ends in subnormal numbers, which processors are slow at.
      step.start();
      samples.add(timer.sample(step, steps));
      memory.look();
    }
    return samples;
  }

  /** The time of a wrong result means nothing. */
  private static void requireFinite(double value, Workload workload, Engine engine) {
    if (!Double.isFinite(value)) {
      throw PrairieException.workFailed(
          "Workload '%s' on engine '%s': its result is %s, so its time means nothing."
              .formatted(workload.name(), engine.name(), value));
    }
  }
}
