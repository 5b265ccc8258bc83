package org.prairieml.testkit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;

/** A program on an engine, with what goes in and what comes out. */
public final class EngineRun implements AutoCloseable {

  private final Program program;
  private final CompileSettings settings;
  private final Map<String, double[]> start;
  private final Executable executable;

  /**
   * Compiles a program.
   *
   * @param start values of inputs and states by name, with which every run after {@link #reset}
   *     begins
   */
  public EngineRun(
      Engine engine, Program program, CompileSettings settings, Map<String, double[]> start) {
    this.program = program;
    this.settings = settings;
    this.start = start;
    this.executable = engine.compile(program, settings);
    reset();
  }

  /** Prepares a program for one thread, with random values. */
  public static EngineRun random(Engine engine, Program program, Precision precision) {
    return random(engine, program, new CompileSettings(precision, 1));
  }

  /** Prepares a program with random values. */
  public static EngineRun random(Engine engine, Program program, CompileSettings settings) {
    return new EngineRun(engine, program, settings, RandomPrograms.values(program, 7));
  }

  /** Writes inputs and states as they were at the start. */
  public EngineRun reset() {
    start.forEach((name, value) -> executable.buffer(name).write(value));
    return this;
  }

  /** Runs once. */
  public EngineRun run() {
    executable.run();
    return this;
  }

  /** Returns every output and state. */
  public Map<String, NdArray> results() {
    Map<String, NdArray> results = new LinkedHashMap<>();
    program.outputs().keySet().forEach(name -> results.put(name, read(name)));
    program.states().keySet().forEach(name -> results.put(name, read(name)));
    return results;
  }

  /** Returns the value of an input, a state or an output. */
  public NdArray read(String name) {
    return executable.buffer(name).read();
  }

  /** Runs once and requires that outputs and new states are right but for rounding. */
  public void check() {
    RoundingBounds bounds = bounds();
    executable.run();
    program.outputs().forEach((name, node) -> bounds.check(name, node, read(name).values()));
    program.updates().forEach((name, next) -> bounds.check(name, next, read(name).values()));
  }

  private RoundingBounds bounds() {
    Map<String, double[]> present = new HashMap<>();
    program.inputs().keySet().forEach(name -> present.put(name, read(name).values()));
    program.states().keySet().forEach(name -> present.put(name, read(name).values()));
    return RoundingBounds.of(program, settings.precision(), present);
  }

  /** Returns the part of the outputs' elements that {@link #check} says something about. */
  public double known() {
    RoundingBounds bounds = bounds();
    long known = program.outputs().values().stream().mapToLong(bounds::known).sum();
    long all = program.outputs().values().stream().mapToLong(t -> t.shape().size()).sum();
    return (double) known / Math.max(1, all);
  }

  @Override
  public void close() {
    executable.close();
  }
}
