package org.prairieml.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.graph.NdArray;
import org.prairieml.training.numpy.NpzReader;

/** Arrays {@code x}, {@code y} and, if there are any, {@code x_test}, {@code y_test} of a file. */
public final class NpzSource implements DatasetSource {

  private static final Option<Path> FILE = Option.file("file", "The .npz file, as NumPy saves it.");

  /** Creates the service. */
  public NpzSource() {}

  @Override
  public String name() {
    return "npz";
  }

  @Override
  public String summary() {
    return "A NumPy .npz file with the arrays x, y and, if there are any, x_test, y_test.";
  }

  @Override
  public List<Option<?>> options() {
    return Stream.of(List.<Option<?>>of(FILE), TargetOptions.ALL, HoldOut.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Dataset load(Options options) {
    Path file = options.get(FILE);
    List<String> names = NpzReader.names(file);
    Map<String, NdArray> arrays =
        NpzReader.read(
            file, Stream.of("x", "y", "x_test", "y_test").filter(names::contains).toList());
    Dataset.Split train = split(file, arrays, "x", "y");
    String name = file.getFileName().toString();
    if (!arrays.containsKey("x_test")) {
      HoldOut.Parts parts = HoldOut.of(train, options);
      return TargetOptions.dataset(name, parts.train(), parts.test(), options);
    }
    return TargetOptions.dataset(name, train, split(file, arrays, "x_test", "y_test"), options);
  }

  private static Dataset.Split split(Path file, Map<String, NdArray> arrays, String x, String y) {
    NdArray inputs = array(file, arrays, x);
    NdArray targets = array(file, arrays, y);
    if (inputs.shape().dimension(0) != targets.shape().dimension(0)) {
      throw PrairieException.badInput(
          "File '%s': array '%s' has %d rows, array '%s' has %d; each example needs one of each."
              .formatted(file, x, inputs.shape().dimension(0), y, targets.shape().dimension(0)));
    }
    return new Dataset.Split(inputs, targets);
  }

  private static NdArray array(Path file, Map<String, NdArray> arrays, String name) {
    NdArray array = arrays.get(name);
    if (array == null) {
      throw PrairieException.badInput("File '%s': has no array '%s'.".formatted(file, name));
    }
    if (array.shape().rank() == 0) {
      throw PrairieException.badInput(
          "File '%s': array '%s' is a single number, expected one row per example."
              .formatted(file, name));
    }
    return array;
  }
}
