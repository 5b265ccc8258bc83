package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.graph.Shape;
import org.prairieml.training.TrainingServices;

class IdxSourceTests {

  private static final byte[] IMAGES =
      idx(0x0803, new int[] {3, 2, 2}, 0, 51, 102, 255, 1, 2, 3, 4, 5, 6, 7, 8);
  private static final byte[] LABELS = idx(0x0801, new int[] {3}, 2, 0, 3);

  @TempDir private Path folder;

  @BeforeEach
  void writeAFolder() throws IOException {
    write("train-images-idx3-ubyte", IMAGES);
    write("train-labels-idx1-ubyte", LABELS);
    write("t10k-images-idx3-ubyte", idx(0x0803, new int[] {1, 2, 2}, 9, 9, 9, 9));
    write("t10k-labels-idx1-ubyte", idx(0x0801, new int[] {1}, 1));
  }

  /** A header of words and then bytes, all as the format's description has them. */
  private static byte[] idx(int magic, int[] dimensions, int... elements) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
    bytes.putInt(magic);
    Arrays.stream(dimensions).forEach(bytes::putInt);
    Arrays.stream(elements).forEach(element -> bytes.put((byte) element));
    return bytes.array();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Dataset load(Map<String, Object> options) {
    Map<String, Object> all = new HashMap<>(options);
    if (!options.containsKey("folder")) {
      all.put("folder", folder.toString());
    }
    Configured<DatasetSource> source = TrainingServices.configured(DatasetSource.class, "idx", all);
    return source.service().load(source.options());
  }

  @Test
  void aFolderHasImagesOfOneChannelAndTheirLabels() {
    Dataset dataset = load(Map.of());

    assertThat(dataset.target()).isEqualTo(new Target.Classes(4));
    assertThat(dataset.exampleShape()).isEqualTo(Shape.of(2, 2, 1));
    assertThat(dataset.train().x().values()).startsWith(0, 0.2, 0.4, 1, 1 / 255.0);
    assertThat(dataset.train().y().values()).containsExactly(2, 0, 3);
    assertThat(dataset.test().x().values()).containsOnly(9 / 255.0);
    assertThat(dataset.test().y().values()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train-images-idx3-ubyte.gz", "train-images.idx3-ubyte.gz"})
  void filesMayBeGzippedAndHaveADot(String name) throws IOException {
    Dataset plain = load(Map.of());
    Files.delete(folder.resolve("train-images-idx3-ubyte"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(IMAGES);
    }

    assertThat(load(Map.of())).isEqualTo(plain);
  }

  @Test
  void filesMayBeNamedAndAShareHeldOut() {
    Map<String, Object> options = new HashMap<>();
    options.put("folder", null);
    options.put("images", folder.resolve("train-images-idx3-ubyte").toString());
    options.put("labels", folder.resolve("train-labels-idx1-ubyte").toString());
    options.put("test-share", 0.34);
    options.put("classes", 10);
    Dataset dataset = load(options);

    assertThat(dataset.target()).isEqualTo(new Target.Classes(10));
    assertThat(dataset.train().size()).isEqualTo(2);
    assertThat(dataset.test().size()).isEqualTo(1);
  }

  @Test
  void theFirstRowsMayBeEnough() {
    Dataset dataset = load(Map.of("limit", 2, "pixels", "raw"));

    assertThat(dataset.train().x().values()).containsExactly(0, 51, 102, 255, 1, 2, 3, 4);
    assertThat(dataset.train().y().values()).containsExactly(2, 0);
    assertThat(dataset.test().size()).isEqualTo(1);
  }

  @Test
  void standardPixelsHaveMeanZeroAndDeviationOneOverTheTrainingImages() {
    double[] raw = load(Map.of("pixels", "raw")).train().x().values();
    Dataset dataset = load(Map.of("pixels", "standard"));
    double[] pixels = dataset.train().x().values();
    double mean = Arrays.stream(raw).average().orElseThrow();

    assertThat(Arrays.stream(pixels).average().orElseThrow()).isCloseTo(0, within(1e-14));
    assertThat(Arrays.stream(pixels).map(p -> p * p).average().orElseThrow())
        .isCloseTo(1, within(1e-14));
    assertThat(dataset.test().x().values()[0] / pixels[0])
        .isCloseTo((9 - mean) / (raw[0] - mean), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "15, is truncated: it ends after 15 bytes, where at least 16 should be.",
    "20, is truncated: it ends after 20 bytes, where at least 28 should be.",
    "2, is truncated: it ends after 2 bytes, where at least 4 should be."
  })
  void aTruncatedFileIsRefused(int length, String message) throws IOException {
    Path file = write("train-images-idx3-ubyte", Arrays.copyOf(IMAGES, length));
    assertProblem(Map.of(), "File '" + file + "' " + message);
  }

  @Test
  void aTruncatedGzipFileIsRefused() throws IOException {
    Path file = folder.resolve("train-images-idx3-ubyte");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(IMAGES);
    }
    byte[] zipped = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(zipped, zipped.length - 12));
    assertProblem(Map.of(), "the gzip data end too early");
  }

  @Test
  void whatGoesOnAfterItsEndIsRefused() throws IOException {
    write("train-images-idx3-ubyte", Arrays.copyOf(IMAGES, IMAGES.length + 1));
    assertProblem(Map.of(), "goes on after the 28 bytes that it should have.");
  }

  @Test
  void whatIsNoIdxFileIsRefused() throws IOException {
    write("train-images-idx3-ubyte", "P5 28 28".getBytes());
    assertProblem(
        Map.of(),
        "is no IDX file: its first four bytes are 50352032; those of images are 00000803");
    write("train-images-idx3-ubyte", idx(0x0D03, new int[] {1, 1, 1}, 0, 0, 0, 0));
    assertProblem(Map.of(), "has elements of the type 0d; only unsigned bytes, 08, are read");
  }

  /** Nothing of that size is allocated before it is seen to be there. */
  @Test
  void aHeaderMayNotPromiseTheWorld() throws IOException {
    write("train-images-idx3-ubyte", idx(0x0803, new int[] {1 << 20, 1 << 20, 1 << 20}));
    assertProblem(Map.of(), "says in its header that it has more than 2^31 - 1 elements.");
    write("train-images-idx3-ubyte", idx(0x0803, new int[] {-1, 1, 1}));
    assertProblem(Map.of(), "says in its header that it has more than 2^31 - 1 elements.");
    write("train-images-idx3-ubyte", idx(0x0803, new int[] {2_000_000_000, 1, 1}, 1));
    assertProblem(Map.of(), "is truncated: it ends after 17 bytes");
  }

  @Test
  void imagesAndLabelsMustBelongTogether() throws IOException {
    Path labels = write("train-labels-idx1-ubyte", idx(0x0801, new int[] {2}, 2, 0));
    assertProblem(
        Map.of(), "has 3 images, file '" + labels + "' has 2 labels; each image needs one.");
    write("train-labels-idx1-ubyte", IMAGES);
    assertProblem(Map.of(), "Are they the wrong way round?");
    assertProblem(
        Map.of("images", labels.toString()),
        "'images' and 'labels' belong together; one is missing.");
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    assertProblem(
        Map.of("images", "/no/such", "labels", "/no/such"), "File '/no/such': does not exist.");
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
    assertProblem(Map.of(), "has no file 't10k-labels-idx1-ubyte', plain or with .gz");
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("folder", null);
    assertProblem(nothing, "give the 'folder' of the files, or 'images' and 'labels'.");
  }

  private void assertProblem(Map<String, Object> options, String message) {
    assertThatThrownBy(() -> load(options))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining(message);
  }
}
