package org.prairieml.api.run;

import org.prairieml.api.Services;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.Program;

/**
 * What a running task is given by the host.
 *
 * @param services other services by name
 * @param engine what runs programs
 * @param settings how the engine is to compile
 * @param streams the task's random streams
 * @param progress who is told of progress
 */
public record RunContext(
    Services services,
    Engine engine,
    CompileSettings settings,
    RandomStreams streams,
    ProgressListener progress) {

  /** Compiles a program on the chosen engine. */
  public Executable compile(Program program) {
    return engine.compile(program, settings);
  }

  /** Returns the context of a part that is quiet and has streams of its own. */
  public RunContext quietPart(String name) {
    return new RunContext(services, engine, settings, streams.child(name), ProgressListener.SILENT);
  }

  /**
   * Returns the same context with another number of threads per run.
   *
   * @param threads at least 1
   */
  public RunContext withThreads(int threads) {
    return new RunContext(
        services, engine, new CompileSettings(settings.precision(), threads), streams, progress);
  }
}
