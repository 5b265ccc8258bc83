package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.prairieml.api.Configured;
import org.prairieml.api.Services;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.host.data.DatasetSummary;
import org.prairieml.host.data.SplitSummary;
import org.prairieml.host.statistics.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prairie datasets info}. */
@Command(
    name = "info",
    description = "Load a data set and say what is in it.",
    footer = {
      "",
      "Examples:",
      "  prairie datasets info mnist1d",
      "  prairie datasets info npz --set file=mine.npz --json",
    })
final class DatasetInfoCommand implements Callable<Integer> {

  private final Provider<Services> services;
  private final Streams streams;

  @Mixin private DatasetArguments arguments;
  @Mixin private JsonOption json;

  @Inject
  DatasetInfoCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Configured<DatasetSource> source = arguments.read(services.get());
    DatasetSummary summary = DatasetSummary.of(source.service().load(source.options()));
    if (json.isGiven()) {
      Map<String, Object> plain = new LinkedHashMap<>(summary.toPlain());
      plain.put("source", source.toPlain());
      streams.json(plain);
    } else {
      lines(summary).forEach(streams::result);
    }
    return ExitCode.DONE;
  }

  private static List<String> lines(DatasetSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: input %s, target %s"
            .formatted(summary.name(), summary.inputShape(), target(summary.target())));
    lines.add("SHA-256 of the values: " + summary.sha256());
    lines.add("");
    lines.addAll(splits(summary).lines());
    return lines;
  }

  private static String target(Target target) {
    return switch (target) {
      case Target.Classes classes -> "one of " + classes.count() + " classes";
      case Target.Values(int width) -> width == 1 ? "a number" : width + " numbers";
    };
  }

  private static TextTable splits(DatasetSummary summary) {
    TextTable table =
        new TextTable(
            TextTable.Column.left("split"),
            TextTable.Column.right("examples"),
            TextTable.Column.right("min"),
            TextTable.Column.right("mean"),
            TextTable.Column.right("max"),
            TextTable.Column.left("per class"));
    addRow(table, "train", summary.train());
    addRow(table, "test", summary.test());
    return table;
  }

  private static void addRow(TextTable table, String name, SplitSummary split) {
    table.row(
        name,
        String.valueOf(split.examples()),
        brief(split.least()),
        brief(split.mean()),
        brief(split.most()),
        split.classCounts().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  private static String brief(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value);
  }
}
