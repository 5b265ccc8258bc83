package org.prairieml.training.numpy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;

/**
 * Reads named arrays from a file in NumPy's format {@code npz}: a zip archive, stored or deflated,
 * of {@code npy} files.
 *
 * <p>Element types are those of {@link NpyReader}. Checksums are verified, and no entry is inflated
 * beyond the size that its array announces.
 */
public final class NpzReader {

  private static final String SUFFIX = ".npy";

  /** Deflate codes at most 258 bytes in 2 bits. */
  private static final int LARGEST_RATIO = 1032;

  private NpzReader() {}

  /**
   * Returns all arrays, in the order of the file.
   *
   * @throws PrairieException if the file cannot be read, is damaged, holds an entry that is not an
   *     array of numbers, or a name twice
   */
  public static Map<String, NdArray> read(Path file) {
    return withEntries(file, (zip, entries) -> read(file, zip, entries, entries.keySet()));
  }

  /**
   * Returns the arrays of these names, in their order; others may be of any kind.
   *
   * @throws PrairieException as {@link #read(Path)} does, or if a name is missing
   */
  public static Map<String, NdArray> read(Path file, List<String> names) {
    return withEntries(file, (zip, entries) -> read(file, zip, entries, names));
  }

  /**
   * Returns the names of all arrays, in the order of the file.
   *
   * @throws PrairieException if the file cannot be read, is damaged or holds a name twice
   */
  public static List<String> names(Path file) {
    return withEntries(file, (zip, entries) -> List.copyOf(entries.keySet()));
  }

  /** Work on an open archive. */
  private interface Work<R> {
    R on(ZipFile zip, Map<String, ZipEntry> entries) throws IOException;
  }

  private static <R> R withEntries(Path file, Work<R> work) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return work.on(zip, entries(file, zip));
    } catch (NoSuchFileException e) {
      throw PrairieException.badInput("File '" + file + "': does not exist.", e);
    } catch (AccessDeniedException e) {
      throw PrairieException.badInput("File '" + file + "': may not be read (access denied).", e);
    } catch (IOException e) {
      throw PrairieException.badInput(
          "File '%s': is no zip archive, cut off or damaged (%s). Fetch or write the file again."
              .formatted(file, Objects.requireNonNullElse(e.getMessage(), "wrong codes")),
          e);
    }
  }

  private static Map<String, ZipEntry> entries(Path file, ZipFile zip) {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    zip.stream()
        .forEachOrdered(entry -> {
          String name = arrayName(entry);
          if (entries.put(name, entry) != null) {
            throw PrairieException.badInput(
                "File '%s': holds the array '%s' twice.".formatted(file, Excerpt.of(name)));
          }
        });
    return entries;
  }

  private static String arrayName(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  private static Map<String, NdArray> read(
      Path file, ZipFile zip, Map<String, ZipEntry> entries, Collection<String> names)
      throws IOException {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    for (String name : names) {
      ZipEntry entry = entries.get(name);
      if (entry == null) {
        throw PrairieException.badInput(
            "File '%s': expected an array '%s', found %s."
                .formatted(file, name, Excerpt.of(entries.keySet().toString())));
      }
      String subject = "File '%s', array '%s'".formatted(file, Excerpt.of(name));
      arrays.put(name, array(zip, entry, Files.size(file), subject));
    }
    return arrays;
  }

  private static NdArray array(ZipFile zip, ZipEntry entry, long fileSize, String subject)
      throws IOException {
    // The sizes in the archive's directory may lie too; the file's own size cannot.
    long possible = Math.min(entry.getSize(), fileSize * LARGEST_RATIO);
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      NdArray array = new NpyReader(subject).read(in, possible);
      requireChecksum(in, entry, subject);
      return array;
    }
  }

  private static void requireChecksum(CheckedInputStream in, ZipEntry entry, String subject) {
    if (in.getChecksum().getValue() != entry.getCrc()) {
      throw PrairieException.badInput(
          "%s: expected checksum %08x, found %08x. The data are damaged; fetch the file again."
              .formatted(subject, entry.getCrc(), in.getChecksum().getValue()));
    }
  }
}
