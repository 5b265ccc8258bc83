package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.Services;
import org.prairieml.host.activation.SampledFunction;
import org.prairieml.host.activation.Steepness;
import org.prairieml.host.activation.TerminalPlot;
import org.prairieml.host.figures.FunctionsFigure;
import org.prairieml.host.figures.FunctionsFigure.Curve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prairie activations plot}. */
@Command(
    name = "plot",
    description = "Draw activations, in the terminal or as a file.",
    footer = {
      "",
      "Examples:",
      "  prairie activations plot gelu",
      "  prairie activations plot swish mish \"x * sigmoid(1.7*x)\" --range -4,4 --out plot.svg",
    })
final class ActivationsPlotCommand implements Callable<Integer> {

  private static final int MOST_DERIVATIVES = 3;
  private static final int FIGURE_POINTS = 1201;

  private final Provider<Services> services;
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "EXPR", description = "Names or expressions.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--range",
      split = ",",
      paramLabel = "FROM,TO",
      description = "The range of x; by default -5,5.")
  private List<Double> range = List.of(-5.0, 5.0);

  @Option(
      names = "--derivatives",
      arity = "0..1",
      fallbackValue = "1",
      paramLabel = "N",
      converter = WholeNumberConverter.class,
      description = "Draw derivatives up to this order too; 1 where no number is given.")
  private long derivatives = 0;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write a .svg or .png file instead of drawing in the terminal.")
  private Path out;

  @Mixin private JsonOption json;

  @Inject
  ActivationsPlotCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    require(
        range.size() == 2
            && range.get(0) < range.get(1)
            && range.stream().allMatch(Double::isFinite),
        "Option '--range' takes two numbers, the smaller first, found '" + range + "'.");
    require(
        derivatives >= 0 && derivatives <= MOST_DERIVATIVES,
        "Option '--derivatives' takes 0 to " + MOST_DERIVATIVES + ", found '" + derivatives + "'.");
    int points = out == null ? TerminalPlot.points() : FIGURE_POINTS;
    double[] x = Steepness.grid(range.get(0), range.get(1), points);
    List<Curve> curves = curves(x);
    if (out != null) {
      FunctionsFigure.of(String.join(", ", texts), x, curves).write(out);
    }
    if (json.isGiven()) {
      Map<String, Object> values = new LinkedHashMap<>();
      curves.forEach(curve -> values.put(curve.name(), curve.values()));
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("file", out == null ? null : out.toString());
      plain.put("x", x);
      plain.put("curves", values);
      streams.json(plain);
    } else if (out == null) {
      streams.result(String.join(", ", curves.stream().map(Curve::name).toList()));
      TerminalPlot.lines(x, curves.stream().map(Curve::values).toList()).forEach(streams::result);
    } else {
      streams.result("Written: " + out);
    }
    return ExitCode.DONE;
  }

  private List<Curve> curves(double[] x) {
    List<Curve> curves = new ArrayList<>();
    for (String text : texts) {
      List<double[]> values =
          SampledFunction.read(text, services.get()).values((int) derivatives, x);
      for (int order = 0; order < values.size(); order++) {
        curves.add(new Curve(text + "'".repeat(order), values.get(order)));
      }
    }
    return curves;
  }

  private void require(boolean right, String problem) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), problem);
    }
  }
}
