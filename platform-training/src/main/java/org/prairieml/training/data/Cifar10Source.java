package org.prairieml.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * CIFAR-10 in its binary version: {@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code
 * test_batch.bin}, each a sequence of a label and the red, green and blue plane of an image of 32
 * by 32.
 *
 * <p>Images are {@code [32, 32, 3]}; the last axis is that of channels.
 */
public final class Cifar10Source implements DatasetSource {

  private static final int CLASSES = 10;
  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int CHANNELS = 3;
  private static final int RECORD = 1 + CHANNELS * PLANE;
  private static final int BATCHES = 5;

  private static final Option<Path> FOLDER =
      Option.file("folder", "The folder of the files, cifar-10-batches-bin.");
  private static final Option<Integer> BATCH_COUNT =
      Option.integer("batches", 1, BATCHES, BATCHES, "How many of the files of training images.");

  /** Creates the service. */
  public Cifar10Source() {}

  @Override
  public String name() {
    return "cifar-10";
  }

  @Override
  public String summary() {
    return "CIFAR-10: color images of ten classes, from the files of its binary version.";
  }

  @Override
  public String source() {
    return "Krizhevsky: Learning multiple layers of features from tiny images (2009)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(FOLDER, BATCH_COUNT, PixelScale.OPTION);
  }

  @Override
  public Dataset load(Options options) {
    Path folder = options.get(FOLDER);
    List<byte[]> batches =
        IntStream.rangeClosed(1, options.get(BATCH_COUNT))
            .mapToObj(i -> records(folder.resolve("data_batch_" + i + ".bin")))
            .toList();
    HoldOut.Parts parts =
        new HoldOut.Parts(
            split(batches), split(List.of(records(folder.resolve("test_batch.bin")))));
    HoldOut.Parts scaled = options.get(PixelScale.OPTION).apply(parts);
    return new Dataset(name(), new Target.Classes(CLASSES), scaled.train(), scaled.test());
  }

  private static byte[] records(Path file) {
    try (ImageBytes bytes = new ImageBytes(file)) {
      byte[] records = bytes.rest();
      if (records.length == 0 || records.length % RECORD != 0) {
        throw bytes.problem(
            "has %d bytes, which is no multiple of %d, a label and an image; it is truncated or not of CIFAR-10's binary version."
                .formatted(records.length, RECORD));
      }
      for (int at = 0; at < records.length; at += RECORD) {
        if (Byte.toUnsignedInt(records[at]) >= CLASSES) {
          throw bytes.problem(
              "has the label %d at image %d; expected 0 to %d. Is it of CIFAR-10's binary version?"
                  .formatted(Byte.toUnsignedInt(records[at]), at / RECORD, CLASSES - 1));
        }
      }
      return records;
    }
  }

  private static Dataset.Split split(List<byte[]> files) {
    int count = files.stream().mapToInt(records -> records.length / RECORD).sum();
    double[] x = new double[count * PLANE * CHANNELS];
    double[] y = new double[count];
    int image = 0;
    for (byte[] records : files) {
      for (int at = 0; at < records.length; at += RECORD) {
        y[image] = records[at];
        copyPixels(records, at + 1, x, image * PLANE * CHANNELS);
        image++;
      }
    }
    return new Dataset.Split(
        new NdArray(Shape.of(count, SIDE, SIDE, CHANNELS), x), NdArray.vector(y));
  }

  private static void copyPixels(byte[] planes, int from, double[] x, int to) {
    for (int pixel = 0; pixel < PLANE; pixel++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        x[to + pixel * CHANNELS + channel] =
            Byte.toUnsignedInt(planes[from + channel * PLANE + pixel]);
      }
    }
  }
}
