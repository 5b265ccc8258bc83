package org.prairieml.benchmarks.djl;

import java.util.List;
import java.util.Locale;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.Program;

/**
 * Lends an engine of DJL its name in results; it runs DJL's own workloads, no programs.
 *
 * @param engine the name that DJL knows it by, {@code PyTorch} or {@code MXNet}
 */
record DjlEngine(String engine) implements Engine {

  @Override
  public String name() {
    String version = ai.djl.engine.Engine.getEngine(engine).getVersion();
    return "djl-" + engine.toLowerCase(Locale.ROOT) + "-" + version;
  }

  @Override
  public String summary() {
    return engine + " through DJL.";
  }

  @Override
  public List<Precision> precisions() {
    return List.of(Precision.FLOAT32);
  }

  @Override
  public Executable compile(Program program, CompileSettings settings) {
    throw new UnsupportedOperationException("DJL runs no programs here.");
  }
}
