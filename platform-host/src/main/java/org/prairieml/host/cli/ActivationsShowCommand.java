package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.graph.NdArray;
import org.prairieml.host.activation.ElementCost;
import org.prairieml.host.activation.FunctionFormula;
import org.prairieml.host.activation.GaussianMoments;
import org.prairieml.host.activation.LipschitzBound;
import org.prairieml.host.activation.SampledFunction;
import org.prairieml.host.plugins.Offer;
import org.prairieml.host.plugins.ServiceRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prairie activations show}. */
@Command(
    name = "show",
    description = {
      "Show what an activation is: formula, derivatives, options, parameters, what it does to "
          + "standard normal numbers, a Lipschitz bound on [-5, 5], its cost on this machine.",
      "",
      "Options and parameters have their defaults.",
    },
    footer = {
      "",
      "Examples:",
      "  prairie activations show gelu",
      "  prairie activations show \"max(relu(x), cosh(elu(x)))\" --json",
    })
final class ActivationsShowCommand implements Callable<Integer> {

  private static final int DERIVATIVES = 2;
  private static final int DIGITS = 6;

  private final Provider<ServiceRegistry> registry;
  private final Streams streams;

  @Parameters(paramLabel = "EXPR", description = "A name or an expression.")
  private String text;

  @Mixin private JsonOption json;

  @Inject
  ActivationsShowCommand(Provider<ServiceRegistry> registry, Streams streams) {
    this.registry = registry;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Optional<Offer> named = named();
    boolean complete = named.stream().allMatch(ActivationsShowCommand::needsNoOption);
    Map<String, Object> known =
        complete ? analysis(SampledFunction.read(text, registry.get())) : new LinkedHashMap<>();
    if (json.isGiven()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      named.ifPresent(offer -> plain.putAll(described(offer).full()));
      named.ifPresent(offer -> plain.put("tags", ((Activation) offer.service()).tags()));
      plain.putAll(known);
      streams.json(plain);
    } else {
      named.ifPresent(offer -> described(offer).lines().forEach(streams::result));
      named.filter(_ -> complete).ifPresent(_ -> streams.result(""));
      known.forEach(this::line);
    }
    return ExitCode.DONE;
  }

  private ServiceText described(Offer offer) {
    return ServiceText.of(offer, registry.get(), Activation.class);
  }

  /** What has a version or a plug-in is a name for sure; anything else may be an expression too. */
  private Optional<Offer> named() {
    if (text.indexOf(Offer.AT) >= 0 || text.indexOf(Offer.COLON) >= 0) {
      return Optional.of(registry.get().offer(Activation.class, text));
    }
    return registry.get().offers(Activation.class).stream()
        .filter(offer -> offer.name().equals(text))
        .findFirst();
  }

  private static boolean needsNoOption(Offer offer) {
    return offer.service().options().stream().noneMatch(option -> option.isRequired());
  }

  private Map<String, Object> analysis(SampledFunction function) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("formula", FunctionFormula.of(function, registry.get()));
    List<Object> derivatives = new ArrayList<>();
    for (int order = 1; order <= DERIVATIVES; order++) {
      derivatives.add(FunctionFormula.find(function, order, "infix", registry.get()).orElse(null));
    }
    known.put("derivatives", derivatives);
    known.put("parameters", function.parameters().values().stream().map(this::plain).toList());
    GaussianMoments moments = GaussianMoments.of(function);
    known.put("gaussian_mean", moments.mean());
    known.put("gaussian_variance", moments.variance());
    LipschitzBound bound = LipschitzBound.of(function);
    known.put("lipschitz", bound.atMost());
    known.put("steepest_slope", bound.atLeast());
    known.put("nanoseconds", ElementCost.measure(function, registry.get()).orElse(null));
    return known;
  }

  private Map<String, Object> plain(ParameterSpec spec) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", spec.name());
    plain.put("size", spec.shape().size());
    plain.put("initial", plain(spec.initial()));
    return plain;
  }

  private static Map<String, Object> plain(Distribution initial) {
    Map<String, Object> plain = new LinkedHashMap<>();
    switch (initial) {
      case Distribution.Constant(double value) -> {
        plain.put("distribution", "constant");
        plain.put("value", value);
      }
      case Distribution.Uniform(double low, double high) -> {
        plain.put("distribution", "uniform");
        plain.put("low", low);
        plain.put("high", high);
      }
      case Distribution.Normal(double mean, double deviation) -> {
        plain.put("distribution", "normal");
        plain.put("mean", mean);
        plain.put("deviation", deviation);
      }
      case Distribution.Given(NdArray values) -> {
        plain.put("distribution", "given");
        plain.put("values", values.values());
      }
    }
    return plain;
  }

  private void line(String key, Object value) {
    switch (key) {
      case "formula" -> streams.result("f(x)   = " + value);
      case "derivatives" -> {
        List<?> formulas = (List<?>) value;
        for (int i = 0; i < formulas.size(); i++) {
          String formula = formulas.get(i) == null ? "(no formula)" : formulas.get(i).toString();
          streams.result((i == 0 ? "f'(x)  = " : "f''(x) = ") + formula);
        }
      }
      case "parameters" -> streams.result("parameters: " + parameters((List<?>) value));
      case "gaussian_mean" -> streams.result("mean over standard normal x: " + number(value));
      case "gaussian_variance" ->
          streams.result("variance over standard normal x: " + number(value));
      case "lipschitz" ->
          streams.result("Lipschitz bound on [-5, 5]: " + rounded(value, RoundingMode.CEILING));
      case "steepest_slope" ->
          streams.result("largest slope found there: " + rounded(value, RoundingMode.FLOOR));
      default ->
          streams.result(
              "cost: "
                  + (value == null
                      ? "(engine '%s' cannot run here)".formatted(ElementCost.ENGINE)
                      : "%s ns per element on engine '%s', one thread"
                          .formatted(number(value), ElementCost.ENGINE)));
    }
  }

  private static String parameters(List<?> parameters) {
    return parameters.isEmpty()
        ? "none"
        : parameters.stream()
            .map(Map.class::cast)
            .map(plain -> plain.get("name") + " (" + plain.get("size") + ")")
            .collect(Collectors.joining(", "));
  }

  /** Returns a bound that is one after rounding, too. */
  private static String rounded(Object value, RoundingMode direction) {
    double number = ((Number) value).doubleValue();
    if (Double.isInfinite(number)) {
      return direction == RoundingMode.CEILING ? "none" : "infinite";
    }
    return Double.isNaN(number)
        ? number(value)
        : String.format(
            Locale.ROOT, "%.6g", new BigDecimal(number).round(new MathContext(DIGITS, direction)));
  }

  private static String number(Object value) {
    double number = ((Number) value).doubleValue();
    return Double.isNaN(number) ? "does not exist" : String.format(Locale.ROOT, "%.6g", number);
  }
}
