package org.prairieml.training.data;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;

/** MNIST-1D, generated; with the defaults it is the published data set. */
public final class Mnist1dSource implements DatasetSource {

  private static final Option<Integer> SAMPLES =
      Option.integer("samples", 10, 1_000_000, 5000, "The number of examples, training and test.");
  private static final Option<Double> TRAIN_SHARE =
      Option.real("train-share", RealRange.UNIT, 0.8, "The share of examples to learn from.");
  private static final Option<Boolean> SHUFFLE_SEQUENCE =
      Option.flag(
          "shuffle-sequence", false, "Whether the 40 positions are permuted, alike everywhere.");
  private static final Option<Integer> SEED =
      Option.integer("seed", 0, Integer.MAX_VALUE, 42, "The seed of NumPy's generator.");

  /** Creates the service. */
  public Mnist1dSource() {}

  @Override
  public String name() {
    return "mnist1d";
  }

  @Override
  public String summary() {
    return "MNIST-1D: ten digits as noisy one-dimensional signals of 40 points.";
  }

  @Override
  public String source() {
    return "Greydanus, Kobak: Scaling down deep learning with MNIST-1D (2024)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(SAMPLES, TRAIN_SHARE, SHUFFLE_SEQUENCE, SEED);
  }

  @Override
  public Dataset load(Options options) {
    Mnist1d data =
        Mnist1d.generate(
            new Mnist1dSettings(
                options.get(SAMPLES),
                options.get(TRAIN_SHARE),
                options.get(SHUFFLE_SEQUENCE),
                options.get(SEED),
                Mnist1dDistortion.published()));
    return new Dataset(
        name(),
        new Target.Classes(Mnist1dTemplates.CLASSES),
        new Dataset.Split(data.x(), data.y()),
        new Dataset.Split(data.xTest(), data.yTest()));
  }
}
