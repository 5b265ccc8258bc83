package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.graph.Shape;
import org.prairieml.training.TrainingServices;

class Cifar10SourceTests {

  private static final int RECORD = 3073;

  @TempDir private Path folder;

  @BeforeEach
  void writeAFolder() throws IOException {
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), records(batch, batch + 4));
    }
    Files.write(folder.resolve("test_batch.bin"), records(0));
  }

  /** Images whose red is their label, whose green is the column, and whose blue is the row. */
  private static byte[] records(int... labels) {
    byte[] bytes = new byte[RECORD * labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i * RECORD] = (byte) labels[i];
      for (int pixel = 0; pixel < 1024; pixel++) {
        bytes[i * RECORD + 1 + pixel] = (byte) labels[i];
        bytes[i * RECORD + 1 + 1024 + pixel] = (byte) (pixel % 32);
        bytes[i * RECORD + 1 + 2048 + pixel] = (byte) (pixel / 32 + 200);
      }
    }
    return bytes;
  }

  private Dataset load(Map<String, Object> options) {
    Map<String, Object> all = new HashMap<>(options);
    all.put("folder", folder.toString());
    Configured<DatasetSource> source =
        TrainingServices.configured(DatasetSource.class, "cifar-10", all);
    return source.service().load(source.options());
  }

  @Test
  void planesOfColorsBecomeChannels() {
    Dataset dataset = load(Map.of("pixels", "raw"));
    double[] pixels = dataset.train().x().values();
    int second = 3072;
    int place = (7 * 32 + 5) * 3;

    assertThat(dataset.target()).isEqualTo(new Target.Classes(10));
    assertThat(dataset.exampleShape()).isEqualTo(Shape.of(32, 32, 3));
    assertThat(dataset.train().y().values()).containsExactly(1, 5, 2, 6, 3, 7, 4, 8, 5, 9);
    assertThat(dataset.test().y().values()).containsExactly(0);
    assertThat(Arrays.copyOfRange(pixels, second + place, second + place + 3))
        .containsExactly(5, 5, 207);
  }

  @Test
  void standardPixelsAreSoPerChannel() {
    double[] pixels = load(Map.of("pixels", "standard")).train().x().values();
    for (int channel = 0; channel < 3; channel++) {
      int first = channel;
      assertThat(
              IntStream.range(0, pixels.length / 3)
                  .mapToDouble(i -> pixels[3 * i + first])
                  .average()
                  .orElseThrow())
          .isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void someOfTheBatchesMayBeEnough() throws IOException {
    Files.delete(folder.resolve("data_batch_3.bin"));

    assertThat(load(Map.of("batches", 2)).train().y().values()).containsExactly(1, 5, 2, 6);
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessage("File '%s': does not exist.".formatted(folder.resolve("data_batch_3.bin")));
  }

  @Test
  void truncatedAndForeignFilesAreRefused() throws IOException {
    Path file = folder.resolve("data_batch_2.bin");
    Files.write(file, Arrays.copyOf(records(1, 2), RECORD + 100));
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessage(
            "File '%s' has 3173 bytes, which is no multiple of 3073, a label and an image; it is truncated or not of CIFAR-10's binary version."
                .formatted(file));
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("has 0 bytes");
    Files.write(file, records(1, 10));
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessageContaining("has the label 10 at image 1; expected 0 to 9.");
  }
}
