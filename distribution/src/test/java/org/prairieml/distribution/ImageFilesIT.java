package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The experiment {@code light-digits} on image files of the user, as its guide says, made here. */
class ImageFilesIT {

  private static final Path LAUNCHER = Launched.HOME.resolve("bin").resolve("prairie");
  private static final int IMAGES = 60;

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void filesOfMnistAreRead() throws IOException, InterruptedException {
    for (String part : new String[] {"train", "t10k"}) {
      write(part + "-images-idx3-ubyte.gz", header(0x803, IMAGES, 28, 28), pixels(28 * 28));
      write(part + "-labels-idx1-ubyte.gz", header(0x801, IMAGES), labels());
    }
    assertRuns("datasets[0].data={name: idx, folder: .}");
  }

  @Test
  void filesOfCifarAreRead() throws IOException, InterruptedException {
    for (String name : new String[] {"data_batch_1", "data_batch_2", "test_batch"}) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".bin"))) {
        for (byte label : labels()) {
          out.write(label);
          byte[] image = new byte[3072];
          random.nextBytes(image);
          out.write(image);
        }
      }
    }
    assertRuns("datasets[0].data={name: cifar-10, folder: ., batches: 2}");
  }

  private void assertRuns(String data) throws IOException, InterruptedException {
    Launched run =
        Launched.run(
            folder,
            LAUNCHER,
            "run",
            "light-digits",
            "--json",
            "--quiet",
            "--set",
            data,
            "--set",
            "datasets[0].samples=50",
            "--set",
            "variants=[{name: sgd, trainer: {loss: light, epochs: 1, batch-size: 20}}]",
            "--set",
            "networks=2",
            "--set",
            "engine=reference");

    assertThat(run.exitCode()).as(run.errors()).isZero();
    JsonNode row = new JsonMapper().readTree(run.output()).get("rows").get(0);
    JsonNode cell = row.get("variants").get(0);
    assertThat(cell.get("n").intValue()).isEqualTo(2);
    assertThat(cell.get("mean").doubleValue()).isBetween(0.0, 1.0);
  }

  private void write(String name, byte[]... parts) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
  }

  private static byte[] header(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }

  private byte[] pixels(int perImage) {
    byte[] pixels = new byte[IMAGES * perImage];
    random.nextBytes(pixels);
    return pixels;
  }

  private static byte[] labels() {
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % 10);
    }
    return labels;
  }
}
