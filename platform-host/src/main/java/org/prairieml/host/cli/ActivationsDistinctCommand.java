package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Behaviors;
import org.prairieml.graph.Binary;
import org.prairieml.host.activation.CoreUnits;
import org.prairieml.host.activation.SampledFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prairie activations distinct}. */
@Command(
    name = "distinct",
    description = {
      "Count the functions binary(unary(x), unary(x)), each behavior once.",
      "",
      "Behavior is what they give for 1,000 standard normal numbers clipped to [-5, 5], NumPy's of "
          + "seed 0, as AQuaSurF tells functions apart.",
    },
    footer = {
      "",
      "Examples:",
      "  prairie activations distinct",
      "  prairie activations distinct --unary relu,tanh,x --binary add,max --list",
    })
final class ActivationsDistinctCommand implements Callable<Integer> {

  private static final String PANGAEA = "pangaea";
  private static final double TOLERANCE = 1e-6;

  private final Provider<Services> services;
  private final Streams streams;

  @Option(
      names = "--unary",
      split = ",",
      paramLabel = "EXPR",
      description = "Names or expressions; by default those with the tag 'pangaea'.")
  private List<String> unary = new ArrayList<>();

  @Option(
      names = "--binary",
      split = ",",
      paramLabel = "NAME",
      description = "Operators; by default PANGAEA's: ${DEFAULT-VALUE}.",
      defaultValue = "add,sub,mul,div_no_nan,pow,max,min")
  private List<String> binary = new ArrayList<>();

  @Option(names = "--list", description = "List the functions.")
  private boolean list;

  @Mixin private JsonOption json;

  @Inject
  ActivationsDistinctCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CoreUnits units =
        new CoreUnits(unary(), binary.stream().map(ActivationsDistinctCommand::operator).toList());
    long start = System.nanoTime();
    Behaviors<String> distinct = units.distinct(services.get());
    double seconds = (System.nanoTime() - start) / 1e9;
    if (json.isGiven()) {
      streams.json(plain(units, distinct, seconds));
    } else {
      if (list) {
        distinct.functions().forEach(streams::result);
      }
      streams.result(
          "functions: %d (%d unary, %d binary operators)"
              .formatted(units.count(), units.unary().size(), units.binary().size()));
      streams.result("distinct bit for bit: " + distinct.size());
      streams.result(
          "distinct within %s: %d".formatted(TOLERANCE, distinct.size(TOLERANCE, TOLERANCE)));
      streams.result(String.format(Locale.ROOT, "told apart in %.2f s", seconds));
    }
    return ExitCode.DONE;
  }

  private List<SampledFunction> unary() {
    List<String> texts =
        unary.isEmpty()
            ? services.get().all(Activation.class).stream()
                .filter(activation -> activation.tags().contains(PANGAEA))
                .map(Activation::name)
                .toList()
            : unary;
    return texts.stream().map(text -> SampledFunction.read(text, services.get())).toList();
  }

  private static Binary operator(String name) {
    List<String> known = Arrays.stream(Binary.values()).map(Binary::label).toList();
    int index = known.indexOf(name);
    if (index < 0) {
      throw PrairieException.badInput(
          "There is no binary operator '%s'%s".formatted(name, NearestName.hint(name, known)));
    }
    return Binary.values()[index];
  }

  private Map<String, Object> plain(CoreUnits units, Behaviors<String> distinct, double seconds) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("functions", units.count());
    plain.put("distinct", distinct.size());
    plain.put("distinct_within_tolerance", distinct.size(TOLERANCE, TOLERANCE));
    plain.put("tolerance", TOLERANCE);
    plain.put("seconds", seconds);
    if (list) {
      plain.put("formulas", List.copyOf(distinct.functions()));
    }
    return plain;
  }
}
