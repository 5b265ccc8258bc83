package org.prairieml.benchmarks.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.VectorEngine;

/**
 * Measures the same work on the vector engine in two ways, one thread each.
 *
 * <p>The twins differ in nothing but what their forks are told: {@code compiled} runs generated
 * vector code, {@code interpreted} the code that stands in for it until the just-in-time compiler
 * is ready.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class TwinBenchmark {

  private static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

  /** The collector that the launcher asks for. */
  private static final String COLLECTOR = "-XX:+UseParallelGC";

  private static final String TIER = "-Dprairie.engine.tier=";

  /** The number format. */
  @Param({"FLOAT32", "FLOAT64"})
  public Precision precision;

  /** For subclasses. */
  protected TwinBenchmark() {}

  /** Compiles the work and writes its inputs, after the parameters have been set. */
  protected abstract void prepare(Engine engine, CompileSettings settings);

  /** Does the work once. */
  protected abstract void run();

  /** Releases the buffers. */
  @TearDown
  public abstract void close();

  /** Compiles the work. */
  @Setup
  public void prepare() {
    prepare(new VectorEngine(), new CompileSettings(precision, 1));
  }

  /** Runs the generated vector code. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {VECTOR_MODULE, COLLECTOR, TIER + "compiled"})
  public void compiled() {
    run();
  }

  /** Runs the code that stands in for it at first. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {VECTOR_MODULE, COLLECTOR, TIER + "interpreted"})
  public void interpreted() {
    run();
  }
}
