package org.prairieml.host.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prairieml.api.PrairieException;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;

/**
 * How to measure.
 *
 * @param threads how many threads a step may use
 * @param precision the number format; by default float32, or what an engine without it prefers
 * @param runs the number of samples
 * @param warmupSeconds how long a step runs before it is measured
 */
public record BenchSettings(
    int threads, Optional<Precision> precision, int runs, double warmupSeconds) {

  /**
   * Returns how an engine is to compile.
   *
   * @throws PrairieException bad input, if it does not have the precision that is asked for
   */
  CompileSettings compileFor(Engine engine) {
    List<Precision> offered = engine.precisions();
    Precision chosen =
        precision.orElse(
            offered.contains(Precision.FLOAT32) ? Precision.FLOAT32 : offered.getFirst());
    if (!offered.contains(chosen)) {
      throw PrairieException.badInput(
          "Engine '%s': it does not compute in %s; it has %s."
              .formatted(
                  engine.name(),
                  label(chosen),
                  offered.stream().map(BenchSettings::label).collect(Collectors.joining(", "))));
    }
    return new CompileSettings(chosen, threads);
  }

  /** Returns a precision as commands and files call it. */
  static String label(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }
}
