package org.prairieml.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;

/** A table of numbers, an example per line, one column the target. */
public final class CsvSource implements DatasetSource {

  private static final Option<Path> FILE =
      Option.file("file", "The file: comma, semicolon or tab separated, plain or gzipped.");
  private static final Option<Path> TEST_FILE =
      Option.of("test-file", OptionTypes.PATH, null, "A file of test examples, of the same form.");
  private static final Option<String> LABEL =
      Option.text(
          "label", "", "The target's column, by its name in the header; default: the last.");

  /** Creates the service. */
  public CsvSource() {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String summary() {
    return "A table of numbers in a text file, an example per line, one column the target.";
  }

  @Override
  public List<Option<?>> options() {
    return Stream.of(List.<Option<?>>of(FILE, TEST_FILE, LABEL), TargetOptions.ALL, HoldOut.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Dataset load(Options options) {
    Path file = options.get(FILE);
    String label = options.get(LABEL);
    CsvReader reader =
        label.isEmpty() ? new CsvReader() : new CsvReader(new LabelColumn.Named(label));
    Dataset.Split all = split(reader.read(file));
    HoldOut.Parts parts =
        options
            .find(TEST_FILE)
            .map(test -> new HoldOut.Parts(all, split(reader.read(test))))
            .orElseGet(() -> HoldOut.of(all, options));
    return TargetOptions.dataset(
        file.getFileName().toString(), parts.train(), parts.test(), options);
  }

  private static Dataset.Split split(LabeledTable table) {
    return new Dataset.Split(table.x(), table.y());
  }
}
