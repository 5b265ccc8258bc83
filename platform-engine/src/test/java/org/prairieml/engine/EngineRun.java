package org.prairieml.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;

/** A program on the vector engine, with what goes in and what comes out. */
final class EngineRun implements AutoCloseable {

  private final Program program;
  private final CompileSettings settings;
  private final Map<String, double[]> start;
  private final Executable executable;

  EngineRun(Program program, CompileSettings settings, Map<String, double[]> start) {
    this.program = program;
    this.settings = settings;
    this.start = start;
    this.executable = new VectorEngine().compile(program, settings);
    reset();
  }

  /** Prepares a program for one thread, with random values. */
  static EngineRun random(Program program, Precision precision) {
    return random(program, new CompileSettings(precision, 1));
  }

  static EngineRun random(Program program, CompileSettings settings) {
    return new EngineRun(program, settings, RandomPrograms.values(program, 7));
  }

  /** Writes inputs and states as they were at the start. */
  EngineRun reset() {
    start.forEach((name, value) -> executable.buffer(name).write(value));
    return this;
  }

  EngineRun run() {
    executable.run();
    return this;
  }

  /** Returns every output and state. */
  Map<String, NdArray> results() {
    Map<String, NdArray> results = new LinkedHashMap<>();
    program.outputs().keySet().forEach(name -> results.put(name, read(name)));
    program.states().keySet().forEach(name -> results.put(name, read(name)));
    return results;
  }

  NdArray read(String name) {
    return executable.buffer(name).read();
  }

  /** Runs once and requires that outputs and new states are right but for rounding. */
  void check() {
    RoundingBounds bounds = bounds();
    executable.run();
    program.outputs().forEach((name, node) -> bounds.check(name, node, read(name).values()));
    program.updates().forEach((name, next) -> bounds.check(name, next, read(name).values()));
  }

  private RoundingBounds bounds() {
    Map<String, double[]> present = new HashMap<>();
    program.inputs().keySet().forEach(name -> present.put(name, read(name).values()));
    program.states().keySet().forEach(name -> present.put(name, read(name).values()));
    return RoundingBounds.of(program, NumberFormat.of(settings.precision()), present);
  }

  /** Returns the part of the outputs' elements that {@link #check} says something about. */
  double known() {
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
