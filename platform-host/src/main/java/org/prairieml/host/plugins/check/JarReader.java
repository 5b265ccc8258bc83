package org.prairieml.host.plugins.check;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads jars that may be anything, and runs nothing of them.
 *
 * @param limits how large a jar may be
 * @param opener opens a file
 */
public record JarReader(JarLimits limits, Opener opener) {

  private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ARCHIVE = {'P', 'K', 5, 6};
  private static final String SERVICES = "META-INF/services/";

  /** The most bytes of a manifest or a list of providers. */
  private static final int MOST_TEXT = 1 << 20;

  private static final String COPY_AGAIN = "Copy or download it again";

  /** Opens files; the seam at which a test may refuse. */
  @FunctionalInterface
  public interface Opener {

    /** Returns the bytes of a file. */
    InputStream open(Path file) throws IOException;
  }

  /** Work with an open jar. */
  @FunctionalInterface
  private interface Work<T> {

    T with(ZipFile jar) throws IOException;
  }

  /** Creates a reader of files. */
  public JarReader(JarLimits limits) {
    this(limits, Files::newInputStream);
  }

  /**
   * Reads what a jar has.
   *
   * @throws ProblemException if it is no jar, damaged, or a trap
   */
  public JarContents read(Path file) {
    requireZip(file);
    return in(file, jar -> contents(file, jar));
  }

  private void requireZip(Path file) {
    byte[] start;
    try (InputStream in = opener.open(file)) {
      start = in.readNBytes(LOCAL_HEADER.length);
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (start.length == 0) {
      throw new Problem("the file is empty", COPY_AGAIN).toException();
    }
    if (!Arrays.equals(start, LOCAL_HEADER) && !Arrays.equals(start, EMPTY_ARCHIVE)) {
      throw new Problem("it is not a zip, and so no jar", "Replace it by the plug-in's jar")
          .toException();
    }
  }

  private static ProblemException unreadable(IOException e) {
    boolean denied =
        e instanceof AccessDeniedException
            || e instanceof FileNotFoundException
                && String.valueOf(e.getMessage()).endsWith("(Permission denied)");
    return denied
        ? new Problem("there is no permission to read it", "Allow it: chmod u+r <file>")
            .toException()
        : new ProblemException(
            new Problem("it cannot be read (" + FailureReason.inWords(e) + ")", COPY_AGAIN), e);
  }

  private static <T> T in(Path file, Work<T> work) {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return work.with(jar);
    } catch (ZipException | EOFException e) {
      throw new ProblemException(
          new Problem(
              "the jar is truncated or damaged (" + FailureReason.inWords(e) + ")", COPY_AGAIN),
          e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private JarContents contents(Path file, ZipFile jar) throws IOException {
    limits.checkEntries(jar.size());
    List<? extends ZipEntry> entries = Collections.list(jar.entries());
    entries.forEach(entry -> EntryName.check(entry.getName()));
    checkSizes(jar, entries, Files.size(file));
    Set<String> names = new TreeSet<>();
    entries.stream().filter(entry -> !entry.isDirectory()).forEach(e -> names.add(e.getName()));
    boolean hasManifest = names.contains(JarFile.MANIFEST_NAME);
    return new JarContents(
        file, names, hasManifest ? manifest(jar) : new Attributes(), hasManifest);
  }

  private void checkSizes(ZipFile jar, List<? extends ZipEntry> entries, long packed)
      throws IOException {
    long declared = 0;
    for (ZipEntry entry : entries) {
      declared += Math.max(0, entry.getSize());
      limits.check(declared, packed);
    }
    if (declared <= limits.counted()) {
      byte[] buffer = new byte[1 << 16];
      for (ZipEntry entry : entries) {
        count(jar, entry, buffer);
      }
    }
  }

  /** Unpacks an entry, whose size is nothing but a claim, and at most a buffer more. */
  private static void count(ZipFile jar, ZipEntry entry, byte[] buffer) throws IOException {
    long left = Math.max(0, entry.getSize());
    try (InputStream in = jar.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw JarLimits.bomb(
              "its entry '%s' is larger than it claims (%d bytes)"
                  .formatted(entry.getName(), entry.getSize()));
        }
      }
    }
    if (left > 0) {
      throw new EOFException("entry '%s' is too short".formatted(entry.getName()));
    }
  }

  private static Attributes manifest(ZipFile jar) throws IOException {
    byte[] bytes = bytes(jar, JarFile.MANIFEST_NAME);
    try {
      return new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "its manifest cannot be read (" + FailureReason.inWords(e) + ")",
              "Build the plug-in again"),
          e);
    }
  }

  private static byte[] bytes(ZipFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      byte[] bytes = in.readNBytes(MOST_TEXT + 1);
      if (bytes.length > MOST_TEXT) {
        throw JarLimits.bomb("its entry '%s' is larger than 1 MB".formatted(name));
      }
      return bytes;
    }
  }

  /**
   * Returns the providers that a jar without a module descriptor lists for a service.
   *
   * @param service the interface's name
   */
  public List<String> providers(JarContents contents, String service) {
    String entry = SERVICES + service;
    return contents.entries().contains(entry)
        ? in(contents.file(), jar -> new String(bytes(jar, entry), StandardCharsets.UTF_8))
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList()
        : List.of();
  }

  /**
   * Checks that classes are there and that this Java can load them.
   *
   * @param classes binary names
   * @throws ProblemException if one is missing or too new
   */
  public void checkProviders(JarContents contents, List<String> classes) {
    classes.stream()
        .filter(name -> !contents.hasClass(name))
        .findFirst()
        .ifPresent(name -> {
          throw new Problem(
                  "it declares the provider %s, and has no such class".formatted(name),
                  "Build the plug-in again; the class may have been renamed")
              .toException();
        });
    checkVersions(contents, classes.stream().map(JarContents::entry).toList());
  }

  /**
   * Checks that this Java can read the module descriptor, if there is one.
   *
   * @throws ProblemException if it is too new
   */
  public void checkModule(JarContents contents) {
    if (contents.entries().contains(JarContents.MODULE)) {
      checkVersions(contents, List.of(JarContents.MODULE));
    }
  }

  private static void checkVersions(JarContents contents, List<String> entries) {
    in(
        contents.file(),
        jar -> {
          for (String entry : entries) {
            try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
              ClassFileVersion.check(entry, in);
            }
          }
          return null;
        });
  }
}
