package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.Configured;
import org.prairieml.api.Services;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.host.data.DatasetExporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prairie datasets export}. */
@Command(
    name = "export",
    description = {
      "Write a data set to a file; one that is there already is replaced.",
      "",
      "A .npz file holds the arrays x, y, x_test and y_test. A .csv file holds the training "
          + "examples, targets in the last column; the test examples go to a file beside it whose "
          + "name ends in -test.csv.",
    },
    footer = {"", "Example:", "  prairie datasets export mnist1d --out mnist1d.npz"})
final class DatasetExportCommand implements Callable<Integer> {

  private final Provider<Services> services;
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Mixin private DatasetArguments arguments;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, .npz or .csv.")
  private Path out;

  @Mixin private JsonOption json;

  @Inject
  DatasetExportCommand(Provider<Services> services, Streams streams) {
    this.services = services;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!DatasetExporter.knows(out)) {
      throw new ParameterException(
          spec.commandLine(), "Option '--out' takes a .npz or .csv file, found '" + out + "'");
    }
    Configured<DatasetSource> source = arguments.read(services.get());
    List<String> files =
        new DatasetExporter(source.service().load(source.options()))
            .writeTo(out).stream().map(Path::toString).toList();
    if (json.isGiven()) {
      streams.json(Map.of("files", files));
    } else {
      files.forEach(file -> streams.result("Written: " + file));
    }
    return ExitCode.DONE;
  }
}
