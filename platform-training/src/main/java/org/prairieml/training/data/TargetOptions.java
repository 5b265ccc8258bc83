package org.prairieml.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** How a file's targets are to be understood, and the data set that follows. */
final class TargetOptions {

  /** What targets are. */
  enum Kind {
    /** Classes if there is one whole number per example, else values. */
    AUTO,
    CLASSES,
    VALUES
  }

  static final Option<Kind> TARGET =
      Option.choice(
          "target", Kind.AUTO, "What the targets are; auto: classes if all are whole numbers.");
  static final Option<Integer> CLASSES =
      Option.integer(
          "classes", 0, 1_000_000, 0, "The number of classes; 0: one more than the largest label.");

  static final List<Option<?>> ALL = List.of(TARGET, CLASSES);

  private TargetOptions() {}

  static Dataset dataset(String name, Dataset.Split train, Dataset.Split test, Options options) {
    return isClasses(train, test, options.get(TARGET))
        ? new Dataset(name, classes(train, test, options), train, test)
        : new Dataset(name, values(train), asTable(train), asTable(test));
  }

  private static boolean isClasses(Dataset.Split train, Dataset.Split test, Kind kind) {
    return switch (kind) {
      case CLASSES -> true;
      case VALUES -> false;
      case AUTO ->
          train.y().shape().rank() == 1 && labels(train, test).allMatch(y -> y == Math.rint(y));
    };
  }

  /** Returns as many classes as the options say, or the labels show. */
  static Target classes(Dataset.Split train, Dataset.Split test, Options options) {
    int given = options.get(CLASSES);
    int counted = (int) labels(train, test).max().orElse(0) + 1;
    return new Target.Classes(given > 0 ? given : Math.max(2, counted));
  }

  private static DoubleStream labels(Dataset.Split train, Dataset.Split test) {
    return DoubleStream.concat(Arrays.stream(train.y().values()), Arrays.stream(test.y().values()));
  }

  private static Target values(Dataset.Split train) {
    return new Target.Values(asTable(train).y().shape().dimension(1));
  }

  /** One value per example may come without an axis of its own. */
  private static Dataset.Split asTable(Dataset.Split split) {
    NdArray y = split.y();
    return y.shape().rank() == 1
        ? new Dataset.Split(split.x(), y.reshape(Shape.of(y.size(), 1)))
        : split;
  }
}
