package org.prairieml.host.activation;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SplittableRandom;
import org.prairieml.api.Services;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** How long an engine takes for one value of a function on this machine, on one thread. */
public final class ElementCost {

  /** The engine that is measured. */
  public static final String ENGINE = "vector";

  private static final int ELEMENTS = 16_384;
  private static final long NANOSECONDS = 400_000_000;

  /** The first runs are on code that is still being compiled. */
  private static final int LEAST_RUNS = 300;

  private ElementCost() {}

  /**
   * Measures a function in the engine's preferred precision on standard normal numbers.
   *
   * @return nanoseconds per element, the least of many runs; empty where the engine cannot run
   */
  public static Optional<Double> measure(SampledFunction function, Services services) {
    Optional<Engine> engine =
        services.all(Engine.class).stream()
            .filter(candidate -> candidate.name().equals(ENGINE))
            .filter(candidate -> candidate.hindrance().isEmpty())
            .findFirst();
    return engine.map(found -> measure(function, found));
  }

  private static double measure(SampledFunction function, Engine engine) {
    Program.Builder builder = Program.builder("cost");
    Tensor x = builder.input("x", Shape.of(ELEMENTS, 1));
    Tensor y = function.apply(x, new LinkedHashMap<>());
    Program program = builder.output("y", y).build();
    SplittableRandom random = new SplittableRandom(0);
    double[] inputs = random.doubles(ELEMENTS).map(_ -> random.nextGaussian()).toArray();
    CompileSettings settings = new CompileSettings(engine.precisions().getFirst(), 1);
    try (Executable executable = engine.compile(program, settings)) {
      executable.buffer("x").write(inputs);
      long end = System.nanoTime() + NANOSECONDS;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < LEAST_RUNS || System.nanoTime() < end; i++) {
        long start = System.nanoTime();
        executable.run();
        least = Math.min(least, System.nanoTime() - start);
      }
      return (double) least / ELEMENTS;
    }
  }
}
