package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.Services;
import org.prairieml.host.activation.FunctionFormula;
import org.prairieml.host.activation.SampledFunction;
import org.prairieml.host.statistics.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prairie activations eval}. */
@Command(
    name = "eval",
    description = {
      "Evaluate an activation and its derivatives at points, in float64.",
      "",
      "Parameters have their start values. A point is a number, Infinity, -Infinity or NaN.",
    },
    footer = {
      "",
      "Examples:",
      "  prairie activations eval swish --at -1,0,1",
      "  prairie activations eval \"x * sigmoid(beta*x) with beta = 1.5\" --at 0.5 --json",
    })
final class ActivationsEvalCommand implements Callable<Integer> {

  private static final int MOST_DERIVATIVES = 8;

  private final Provider<Services> services;
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "EXPR", description = "A name or an expression.")
  private String text;

  @Option(
      names = "--at",
      required = true,
      split = ",",
      arity = "1..*",
      paramLabel = "X",
      description = "The points, with commas or blanks between them.")
  private List<Double> points = new ArrayList<>();

  @Option(
      names = "--derivatives",
      paramLabel = "N",
      converter = WholeNumberConverter.class,
      description = "The highest order of a derivative, 0 to 8; by default 2.")
  private long derivatives = 2;

  @Mixin private JsonOption json;

  @Inject
  ActivationsEvalCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (derivatives < 0 || derivatives > MOST_DERIVATIVES) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--derivatives': expected 0 to %d, found '%d'."
              .formatted(MOST_DERIVATIVES, derivatives));
    }
    SampledFunction function = SampledFunction.read(text, services.get());
    double[] x = points.stream().mapToDouble(Double::doubleValue).toArray();
    List<double[]> values = function.values((int) derivatives, x);
    if (json.isGiven()) {
      Map<String, Object> plain = new LinkedHashMap<>();
      plain.put("expression", FunctionFormula.of(function, services.get()));
      plain.put("x", x);
      for (int order = 0; order < values.size(); order++) {
        plain.put(key(order), values.get(order));
      }
      streams.json(plain);
    } else {
      streams.result(FunctionFormula.of(function, services.get()));
      table(x, values).lines().forEach(streams::result);
    }
    return ExitCode.DONE;
  }

  private static TextTable table(double[] x, List<double[]> values) {
    List<TextTable.Column> columns = new ArrayList<>(List.of(TextTable.Column.right("x")));
    for (int order = 0; order < values.size(); order++) {
      columns.add(TextTable.Column.right(key(order)));
    }
    TextTable table = new TextTable(columns.toArray(TextTable.Column[]::new));
    for (int i = 0; i < x.length; i++) {
      int point = i;
      List<String> row = new ArrayList<>(List.of(Double.toString(x[i])));
      values.forEach(order -> row.add(Double.toString(order[point])));
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private static String key(int order) {
    return switch (order) {
      case 0 -> "f";
      case 1 -> "df";
      default -> "d" + order + "f";
    };
  }
}
