package org.prairieml.training.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.PrairieException;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class NpzWriterTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("seeds")
  void writesWhatTheReaderReads(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    NpzWriter writer = new NpzWriter();
    for (int i = random.nextInt(5); i >= 0; i--) {
      arrays.put("floats" + i, bits(random));
      arrays.put("integers" + i, integers(random));
      writer.floats("floats" + i, arrays.get("floats" + i));
      writer.integers("integers" + i, arrays.get("integers" + i));
    }

    Map<String, NdArray> read = NpzReader.read(written(writer));

    assertThat(read).containsExactlyEntriesOf(arrays);
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(40);
  }

  /** Any bits: subnormal numbers, infinities and NaN among them. */
  private static NdArray bits(SplittableRandom random) {
    Shape shape = shape(random);
    return new NdArray(
        shape, random.longs(shape.size()).mapToDouble(Double::longBitsToDouble).toArray());
  }

  private static NdArray integers(SplittableRandom random) {
    Shape shape = shape(random);
    return new NdArray(shape, random.longs(shape.size()).mapToDouble(bits -> bits >> 11).toArray());
  }

  private static Shape shape(SplittableRandom random) {
    return Shape.of(random.ints(random.nextInt(4), 0, 40).toArray());
  }

  @Test
  void writesTheHeaderThatNumpyWrites() throws IOException {
    Path file = written(new NpzWriter().floats("x", new NdArray(Shape.of(2, 3), new double[6])));

    byte[] npy = entry(file, "x.npy");

    assertThat(npy).hasSize(128 + 48).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(npy, 10, 118, StandardCharsets.US_ASCII))
        .isEqualTo(
            "%-117s\n".formatted("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }"));
  }

  @Test
  void writesTheShapesOfFewAxesAsPythonDoes() throws IOException {
    Path file =
        written(
            new NpzWriter()
                .floats("scalar", NdArray.scalar(1))
                .integers("labels", NdArray.vector(1, 2)));

    assertThat(new String(entry(file, "scalar.npy"), StandardCharsets.ISO_8859_1))
        .contains("'descr': '<f8', 'fortran_order': False, 'shape': (), }");
    assertThat(new String(entry(file, "labels.npy"), StandardCharsets.ISO_8859_1))
        .contains("'descr': '<i8', 'fortran_order': False, 'shape': (2,), }");
  }

  private static byte[] entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  @Test
  void writesEqualArraysAsEqualBytes() throws IOException {
    NpzWriter writer = new NpzWriter().floats("x", NdArray.vector(1, 2, 3));

    assertThat(written(writer)).hasSameBinaryContentAs(written(writer));
  }

  @Test
  void replacesAFileAndLeavesNothingBesides() throws IOException {
    Path file = Files.writeString(folder.resolve("data.npz"), "older");

    new NpzWriter().floats("x", NdArray.scalar(1)).writeTo(file);

    assertThat(NpzReader.read(file)).containsOnlyKeys("x");
    assertThat(folder).isDirectoryContaining(file::equals).satisfies(this::hasOneFile);
  }

  private void hasOneFile(Path directory) {
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void namesAFolderThatIsMissing() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new NpzWriter().writeTo(folder.resolve("missing/data.npz")))
        .withMessageEndingWith("data.npz': cannot be written (there is no such folder).");
  }

  @Test
  void writesToTheWorkingFolder() throws IOException {
    Path file = Path.of("NpzWriterTests.npz");
    try {
      new NpzWriter().floats("x", NdArray.scalar(1)).writeTo(file);
      assertThat(NpzReader.names(file)).containsExactly("x");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, Double.NaN, Double.NEGATIVE_INFINITY, 0x1p53})
  void refusesIntegersThatAreNone(double value) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new NpzWriter().integers("y", NdArray.vector(1, value)))
        .withMessage("Array 'y': expected integers below 2^53, found %s.", value);
  }

  @Test
  void refusesANameTwice() {
    NpzWriter writer = new NpzWriter().floats("x", NdArray.scalar(1));

    assertThatIllegalArgumentException().isThrownBy(() -> writer.floats("x", NdArray.scalar(2)));
  }

  private Path written(NpzWriter writer) {
    Path file = folder.resolve("data" + System.nanoTime() + ".npz");
    writer.writeTo(file);
    return file;
  }
}
