package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.Services;
import org.prairieml.host.activation.FunctionComparison;
import org.prairieml.host.activation.FunctionFormula;
import org.prairieml.host.activation.SampledFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prairie activations compare}. */
@Command(
    name = "compare",
    description = {
      "Say whether two activations are the same: by formula, and by behavior.",
      "",
      "Behavior is what they give for 1,000 standard normal numbers clipped to [-5, 5], NumPy's of "
          + "seed 0, as AQuaSurF tells functions apart.",
    },
    footer = {"", "Example:", "  prairie activations compare swish \"x / (1 + exp(-x))\""})
final class ActivationsCompareCommand implements Callable<Integer> {

  private final Provider<Services> services;
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "EXPR1", description = "A name or an expression.")
  private String first;

  @Parameters(index = "1", paramLabel = "EXPR2", description = "Another.")
  private String second;

  @Mixin private JsonOption json;

  @Inject
  ActivationsCompareCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    SampledFunction a = SampledFunction.read(first, services.get());
    SampledFunction b = SampledFunction.read(second, services.get());
    FunctionComparison comparison = FunctionComparison.of(a, b, services.get());
    if (json.isGiven()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("first", FunctionFormula.of(a, services.get()));
      plain.put("second", FunctionFormula.of(b, services.get()));
      plain.put("same_formula", comparison.sameFormula());
      plain.put("same_behavior", comparison.sameBehavior());
      plain.put("different_values", comparison.different());
      plain.put("largest_difference", comparison.largestDifference());
      plain.put("at", comparison.at());
      streams.json(plain);
    } else {
      streams.result("1: " + FunctionFormula.of(a, services.get()));
      streams.result("2: " + FunctionFormula.of(b, services.get()));
      streams.result("same formula: " + (comparison.sameFormula() ? "yes" : "no"));
      streams.result(
          "same behavior: " + (comparison.sameBehavior() ? "yes" : difference(comparison)));
    }
    return ExitCode.DONE;
  }

  private static String difference(FunctionComparison comparison) {
    return "no; %d of 1000 values differ, by at most %s, at x = %s"
        .formatted(comparison.different(), comparison.largestDifference(), comparison.at());
  }
}
