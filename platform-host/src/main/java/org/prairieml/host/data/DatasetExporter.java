package org.prairieml.host.data;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.file.AtomicFile;
import org.prairieml.api.file.FileFailure;
import org.prairieml.training.numpy.NpzWriter;

/** Writes data sets to files; each file is there whole or not at all. */
public final class DatasetExporter {

  private static final String NPZ = ".npz";
  private static final String CSV = ".csv";

  private final Dataset dataset;

  /** Creates an exporter of a data set. */
  public DatasetExporter(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Returns whether a file's ending names a format that can be written. */
  public static boolean knows(Path file) {
    return file.toString().endsWith(NPZ) || file.toString().endsWith(CSV);
  }

  /**
   * Writes the data set; files that are there already are replaced.
   *
   * <p>{@code .npz}: one file with the arrays {@code x}, {@code y}, {@code x_test} and {@code
   * y_test}, labels as integers. {@code .csv}: the training examples, and beside them, if there are
   * any, the test examples in a file whose name ends in {@code -test.csv}; inputs are flattened
   * row-major under {@code x0}, {@code x1}, ..., targets stand last under {@code y}, or {@code y0},
   * {@code y1}, ... where there are several.
   *
   * @return the files written
   * @throws PrairieException bad input, if a file cannot be written
   */
  public List<Path> writeTo(Path file) {
    return file.toString().endsWith(NPZ) ? writeNpz(file) : writeCsv(file);
  }

  private List<Path> writeNpz(Path file) {
    NpzWriter npz = new NpzWriter();
    add(npz, dataset.train(), "");
    add(npz, dataset.test(), "_test");
    npz.writeTo(file);
    return List.of(file);
  }

  private void add(NpzWriter npz, Dataset.Split split, String ending) {
    npz.floats("x" + ending, split.x());
    switch (dataset.target()) {
      case Target.Classes _ -> npz.integers("y" + ending, split.y());
      case Target.Values _ -> npz.floats("y" + ending, split.y());
    }
  }

  private List<Path> writeCsv(Path file) {
    List<Path> files = new ArrayList<>(List.of(file));
    writeCsv(file, dataset.train());
    if (dataset.test().size() > 0) {
      files.add(
          file.resolveSibling(
              file.getFileName().toString().replaceFirst(CSV + "$", "-test" + CSV)));
      writeCsv(files.getLast(), dataset.test());
    }
    return files;
  }

  private void writeCsv(Path file, Dataset.Split split) {
    CsvTable table = new CsvTable(split, dataset.target());
    try {
      AtomicFile.write(
          file,
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            table.writeTo(text);
            text.flush();
          });
    } catch (IOException e) {
      throw PrairieException.badInput(
          "File '%s': cannot be written (%s).".formatted(file, FileFailure.reason(e)), e);
    }
  }
}
