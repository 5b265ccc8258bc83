package org.prairieml.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.parallel.Team;
import org.prairieml.graph.Program;

/** The embedded engine: fused loops and register tiles on the machine's vectors, in pure Java. */
public final class VectorEngine implements Engine {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** Creates the service. */
  public VectorEngine() {}

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public String summary() {
    return "Fused kernels on the vector registers of the machine, in pure Java.";
  }

  @Override
  public List<Precision> precisions() {
    return List.of(Precision.FLOAT32, Precision.FLOAT64);
  }

  @Override
  public Optional<String> hindrance() {
    return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Engine 'vector' needs the Java module %1$s; start Java with --add-modules %1$s."
                .formatted(VECTOR_MODULE));
  }

  @Override
  public Executable compile(Program program, CompileSettings settings) {
    return new VectorExecutable(program, settings, Map.of(), new Team(settings.threads()));
  }
}
