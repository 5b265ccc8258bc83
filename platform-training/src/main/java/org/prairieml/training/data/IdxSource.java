package org.prairieml.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.graph.NdArray;

/**
 * MNIST, Fashion-MNIST and their relatives: images and labels in IDX files, plain or gzipped, in a
 * folder under their usual names or each named.
 *
 * <p>Images are {@code [rows, columns, 1]}; the last axis is that of channels.
 */
public final class IdxSource implements DatasetSource {

  private static final Option<Path> FOLDER =
      Option.of(
          "folder",
          OptionTypes.PATH,
          null,
          "A folder with train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte,"
              + " t10k-labels-idx1-ubyte, each plain or .gz.");
  private static final Option<Path> IMAGES = file("images", "The training images, without folder.");
  private static final Option<Path> LABELS = file("labels", "Their labels.");
  private static final Option<Path> TEST_IMAGES =
      file("test-images", "The test images; without, a share of the training images.");
  private static final Option<Path> TEST_LABELS = file("test-labels", "Their labels.");
  private static final Option<Integer> LIMIT =
      Option.integer(
          "limit", 0, Integer.MAX_VALUE, 0, "How many of the first rows of each file; 0: all.");

  /**
   * Files that belong together.
   *
   * @param images those of images
   * @param labels those of labels
   */
  private record Pair(Path images, Path labels) {

    Dataset.Split read(int limit) {
      NdArray x = IdxFile.read(images, limit);
      NdArray y = IdxFile.read(labels, limit);
      if (x.shape().rank() < 2 || y.shape().rank() != 1) {
        throw PrairieException.badInput(
            "File '%s' has the shape %s, file '%s' %s; expected images of two axes or more, and one label each. Are they the wrong way round?"
                .formatted(images, x.shape(), labels, y.shape()));
      }
      if (x.shape().dimension(0) != y.size()) {
        throw PrairieException.badInput(
            "File '%s' has %d images, file '%s' has %d labels; each image needs one."
                .formatted(images, x.shape().dimension(0), labels, y.size()));
      }
      return new Dataset.Split(withChannels(x), y);
    }

    private static NdArray withChannels(NdArray x) {
      return x.shape().rank() == 3 ? x.reshape(x.shape().insert(3, 1)) : x;
    }
  }

  /** Creates the service. */
  public IdxSource() {}

  private static Option<Path> file(String name, String help) {
    return Option.of(name, OptionTypes.PATH, null, help);
  }

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public String summary() {
    return "Images and labels in IDX files: MNIST, Fashion-MNIST and their relatives.";
  }

  @Override
  public List<Option<?>> options() {
    return Stream.concat(
            Stream.of(
                FOLDER,
                IMAGES,
                LABELS,
                TEST_IMAGES,
                TEST_LABELS,
                LIMIT,
                PixelScale.OPTION,
                TargetOptions.CLASSES),
            HoldOut.ALL.stream())
        .toList();
  }

  @Override
  public Dataset load(Options options) {
    Pair train = pair(options, "train", IMAGES, LABELS).orElseThrow(IdxSource::nothingGiven);
    Optional<Pair> apart = pair(options, "t10k", TEST_IMAGES, TEST_LABELS);
    int limit = options.get(LIMIT);
    Dataset.Split all = train.read(limit);
    HoldOut.Parts parts =
        apart
            .map(test -> new HoldOut.Parts(all, test.read(limit)))
            .orElseGet(() -> HoldOut.of(all, options));
    HoldOut.Parts scaled = options.get(PixelScale.OPTION).apply(parts);
    String name = options.find(FOLDER).orElse(train.images()).getFileName().toString();
    return new Dataset(
        name,
        TargetOptions.classes(scaled.train(), scaled.test(), options),
        scaled.train(),
        scaled.test());
  }

  /** Returns the files that are named, else those of the folder, else none. */
  private static Optional<Pair> pair(
      Options options, String part, Option<Path> images, Option<Path> labels) {
    Optional<Path> x = options.find(images);
    Optional<Path> y = options.find(labels);
    if (x.isPresent() != y.isPresent()) {
      throw PrairieException.badInput(
          "Data set 'idx': '%s' and '%s' belong together; one is missing."
              .formatted(images, labels));
    }
    return x.isPresent()
        ? Optional.of(new Pair(x.get(), y.get()))
        : options
            .find(FOLDER)
            .map(folder ->
                new Pair(
                    inFolder(folder, part + "-images", "idx3-ubyte"),
                    inFolder(folder, part + "-labels", "idx1-ubyte")));
  }

  /** Some programs that unzip put a dot where the name has its last but one hyphen. */
  private static Path inFolder(Path folder, String name, String ending) {
    return Stream.of("-", ".")
        .flatMap(joint -> Stream.of("", ".gz").map(zip -> name + joint + ending + zip))
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() ->
            PrairieException.badInput(
                "Folder '%s': has no file '%s-%s', plain or with .gz; if it is called otherwise, name all files: 'images', 'labels', 'test-images', 'test-labels'."
                    .formatted(folder, name, ending)));
  }

  private static PrairieException nothingGiven() {
    return PrairieException.badInput(
        "Data set 'idx': give the 'folder' of the files, or 'images' and 'labels'.");
  }
}
