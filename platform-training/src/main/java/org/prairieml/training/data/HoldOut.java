package org.prairieml.training.data;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;

/** Sets a random part of the examples aside for testing, where a file does not. */
final class HoldOut {

  static final Option<Double> TEST_SHARE =
      Option.real(
          "test-share",
          RealRange.between(0, 0.9),
          0.2,
          "The share of examples set aside for testing, where the file has none.");
  static final Option<Integer> SEED =
      Option.integer("seed", 0, Integer.MAX_VALUE, 0, "The seed by which they are chosen.");

  static final List<Option<?>> ALL = List.of(TEST_SHARE, SEED);

  /** The two parts. */
  record Parts(Dataset.Split train, Dataset.Split test) {}

  private HoldOut() {}

  static Parts of(Dataset.Split all, Options options) {
    int test = (int) Math.round(all.size() * options.get(TEST_SHARE));
    MiniBatches order =
        new MiniBatches(all, all.size(), RandomStreams.of(options.get(SEED)).stream("hold-out"));
    int[] rows = order.next();
    NdArray x = new NdArray(all.x().shape(), order.inputs(rows));
    NdArray y = new NdArray(all.y().shape(), order.targets(rows));
    return new Parts(split(x, y, test, all.size()), split(x, y, 0, test));
  }

  private static Dataset.Split split(NdArray x, NdArray y, int from, int to) {
    return new Dataset.Split(x.rows(from, to), y.rows(from, to));
  }
}
