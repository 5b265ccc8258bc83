package org.prairieml.training.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.file.AtomicFile;
import org.prairieml.api.file.FileFailure;
import org.prairieml.graph.NdArray;

/**
 * Collects named arrays and writes them to one file in NumPy's format {@code npz}, deflated.
 *
 * <p>Equal arrays make equal bytes: entries carry no time. Not safe for use by several threads.
 */
public final class NpzWriter {

  /** The time zero of zip archives, which NumPy writes too. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final double LARGEST_INTEGER = 0x1p53;

  private final Map<String, Content> arrays = new LinkedHashMap<>();

  /** Writes one array. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Creates a writer without arrays. */
  public NpzWriter() {}

  /**
   * Adds an array with elements {@code f8}.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public NpzWriter floats(String name, NdArray array) {
    return add(name, out -> NpyWriter.writeFloats(out, array));
  }

  /**
   * Adds an array with elements {@code i8}, for labels and indices.
   *
   * @throws IllegalArgumentException if the name is taken
   * @throws PrairieException if a value is not an integer of magnitude below 2^53
   */
  public NpzWriter integers(String name, NdArray array) {
    for (double value : array.values()) {
      if (value != Math.rint(value) || Math.abs(value) >= LARGEST_INTEGER) {
        throw PrairieException.badInput(
            "Array '%s': expected integers below 2^53, found %s.".formatted(name, value));
      }
    }
    return add(name, out -> NpyWriter.writeIntegers(out, array));
  }

  private NpzWriter add(String name, Content content) {
    if (arrays.putIfAbsent(name, content) != null) {
      throw new IllegalArgumentException("There is already an array '" + name + "'.");
    }
    return this;
  }

  /**
   * Writes all arrays, in the order in which they were added. A file of that name is replaced, at
   * once and only when everything is on disk.
   *
   * @throws PrairieException if the file cannot be written
   */
  public void writeTo(Path file) {
    try {
      AtomicFile.write(file, this::writeZip);
    } catch (IOException e) {
      throw PrairieException.badInput(
          "File '%s': cannot be written (%s).".formatted(file, FileFailure.reason(e)), e);
    }
  }

  private void writeZip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, Content> array : arrays.entrySet()) {
      zip.putNextEntry(entry(array.getKey()));
      array.getValue().writeTo(zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    return entry;
  }
}
