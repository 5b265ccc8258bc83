package org.prairieml.host.activation;

import java.util.Optional;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.network.ActivationWriter;

/** Formulas of functions, by the writers that are installed. */
public final class FunctionFormula {

  private FunctionFormula() {}

  /** Returns the formula in infix notation; the name where there is none. */
  public static String of(SampledFunction function, Services services) {
    return find(function, 0, "infix", services).orElseGet(() -> function.function().name());
  }

  /** Returns a function or a derivative in a notation, where that can express it. */
  public static Optional<String> find(
      SampledFunction function, int order, String notation, Services services) {
    return services.all(ActivationWriter.class).stream()
        .filter(writer -> writer.name().equals(notation))
        .findFirst()
        .flatMap(writer -> write(writer, function, order));
  }

  private static Optional<String> write(
      ActivationWriter writer, SampledFunction function, int order) {
    try {
      return Optional.of(writer.write(function.function(), order, "f"));
    } catch (PrairieException notExpressible) {
      return Optional.empty();
    }
  }
}
