package org.prairieml.training.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.PrairieException;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class NpzReaderTests {

  private static final byte[] PAIR =
      NpyFile.bytes(1, NpyFile.header("|u1", false, "(2,)"), new byte[] {4, 5});

  private static final byte[] NAMES =
      NpyFile.bytes(1, NpyFile.header("<U1", false, "(1,)"), new byte[4]);

  @TempDir private Path folder;

  @Test
  void readsTheFileThatNumpyWrote() {
    Map<String, NdArray> arrays = NpzReader.read(Oracles.data("mnist1d.npz"));

    assertThat(arrays.keySet())
        .containsExactly(
            "x", "y", "x_test", "y_test", "t", "templates_x", "templates_t", "templates_y");
    assertThat(arrays.get("x").shape()).isEqualTo(Shape.of(4000, 40));
    assertThat(arrays.get("templates_y")).isEqualTo(NdArray.vector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @Test
  void readsStoredEntries() throws IOException {
    Path file = archive(ZipEntry.STORED, "x.npy", PAIR);

    assertThat(NpzReader.read(file)).containsExactly(Map.entry("x", NdArray.vector(4, 5)));
  }

  @Test
  void readsOnlyTheNamedArrays() throws IOException {
    Path file = archive(ZipEntry.DEFLATED, "class_names.npy", NAMES, "x.npy", PAIR, "y.npy", PAIR);

    assertThat(NpzReader.names(file)).containsExactly("class_names", "x", "y");
    assertThat(NpzReader.read(file, List.of("y", "x")).keySet()).containsExactly("y", "x");
  }

  @Test
  void namesTheArrayThatIsNotMadeOfNumbers() throws IOException {
    assertRefused(archive(ZipEntry.DEFLATED, "x.npy", PAIR, "class_names.npy", NAMES))
        .withMessageContaining(".npz', array 'class_names': expected a dtype of");
  }

  @Test
  void namesTheArrayThatIsMissing() throws IOException {
    Path file = archive(ZipEntry.DEFLATED, "x.npy", PAIR);

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> NpzReader.read(file, List.of("x_test")))
        .withMessageEndingWith("expected an array 'x_test', found [x].");
  }

  @Test
  void refusesOneNameTwice() throws IOException {
    assertRefused(archive(ZipEntry.DEFLATED, "x.npy", PAIR, "x", PAIR))
        .withMessageContaining("the array 'x' twice");
  }

  @Test
  void refusesEntriesThatAreNoArrays() throws IOException {
    assertRefused(archive(ZipEntry.DEFLATED, "../readme.txt", "Good morning".getBytes()))
        .withMessageContaining("array '../readme.txt': is not a NumPy array");
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    assertRefused(Files.write(folder.resolve("x.npz"), PAIR))
        .withMessageContaining("is no zip archive, cut off or damaged");
    assertRefused(Files.write(folder.resolve("empty.npz"), new byte[0]));
    assertRefused(folder);
    assertRefused(folder.resolve("missing.npz")).withMessageContaining("does not exist");
  }

  @Test
  void refusesDataThatDoNotFitTheirChecksum() throws IOException {
    Path file = archive(ZipEntry.STORED, "x.npy", PAIR);
    byte[] damaged = Files.readAllBytes(file);
    damaged[30 + "x.npy".length() + PAIR.length - 1] ^= 1;

    assertRefused(Files.write(file, damaged)).withMessageContaining("expected checksum");
  }

  @Test
  void inflatesNoMoreThanTheHeaderAnnounces() throws IOException {
    byte[] bomb = Arrays.copyOf(PAIR, 50_000_000);

    assertRefused(archive(ZipEntry.DEFLATED, "x.npy", bomb))
        .withMessageContaining("holds more than the 2 bytes of elements");
  }

  /** The header and the archive's directory both lie: 4 GB are announced, 2 bytes are there. */
  @Test
  void believesTheDirectoryOnlyAsFarAsTheFileIsLong() throws IOException {
    byte[] entry =
        NpyFile.bytes(1, NpyFile.header("<f8", false, "(500000000,)"), new byte[] {4, 5});
    Path file = archive(ZipEntry.DEFLATED, "x.npy", entry);
    byte[] lying = Files.readAllBytes(file);
    int directory = indexOfDirectory(lying);
    ByteBuffer.wrap(lying)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(directory + 24, (int) 4_000_000_100L);

    assertRefused(Files.write(file, lying)).withMessageContaining("announces 4000000000 bytes");
  }

  private static int indexOfDirectory(byte[] zip) {
    int at = zip.length - 22;
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 16);
  }

  @Test
  void refusesTheFileCutOffAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(archive(ZipEntry.DEFLATED, "x.npy", PAIR, "y.npy", PAIR));
    Path file = folder.resolve("cut.npz");

    for (int length = 0; length < whole.length; length++) {
      assertRefused(Files.write(file, Arrays.copyOf(whole, length)));
    }
  }

  @Test
  void refusesTheFileThatNumpyWroteCutOffAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(Oracles.data("mnist1d.npz"));
    Path file = folder.resolve("cut.npz");

    for (int length = 0; length < whole.length; length += 49_999) {
      assertRefused(Files.write(file, Arrays.copyOf(whole, length)));
    }
  }

  /** Whatever the damage, the answer is the arrays or one complaint. */
  @ParameterizedTest
  @MethodSource("seeds")
  void survivesDamagedBytes(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int method = random.nextBoolean() ? ZipEntry.STORED : ZipEntry.DEFLATED;
    byte[] bytes = Files.readAllBytes(archive(method, "x.npy", PAIR, "y.npy", PAIR));
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    Path file = Files.write(folder.resolve("damaged.npz"), bytes);

    try {
      NpzReader.read(file).values().forEach(array -> assertThat(array.values()).contains(4, 5));
    } catch (PrairieException e) {
      assertThat(e).hasMessageStartingWith("File '");
    }
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(300);
  }

  /** Writes an archive of entries given as name, bytes, name, bytes... */
  private Path archive(int method, Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(entry(method, (String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return Files.write(folder.resolve("data" + System.nanoTime() + ".npz"), bytes.toByteArray());
  }

  private static ZipEntry entry(int method, String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      CRC32 checksum = new CRC32();
      checksum.update(content);
      entry.setSize(content.length);
      entry.setCrc(checksum.getValue());
    }
    return entry;
  }

  private static ThrowableAssertAlternative<PrairieException> assertRefused(Path file) {
    return assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> NpzReader.read(file))
        .withMessageStartingWith("File '")
        .withMessageMatching("\\P{Cntrl}+\\.");
  }
}
