package org.prairieml.host.bench;

import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;

/** A piece of work that engines are measured by. */
public interface Workload {

  /** Returns the name by which the command line refers to it. */
  String name();

  /** Returns what one step is, in one sentence without a period. */
  String describe();

  /**
   * Compiles the work for an engine; {@link BenchStep#start} makes it ready to run.
   *
   * @throws org.prairieml.api.PrairieException bad input, if the engine lacks the precision
   */
  BenchStep prepare(Engine engine, CompileSettings settings);
}
