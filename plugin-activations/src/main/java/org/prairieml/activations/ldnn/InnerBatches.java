package org.prairieml.activations.ldnn;

import org.prairieml.activations.ldnn.LdnnOptions.Order;
import org.prairieml.activations.ldnn.LdnnOptions.Repetition;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.run.RandomStreams;

/** The batches of inner loops: of each one the indices of its examples are all that it keeps. */
final class InnerBatches {

  private final Dataset.Split split;
  private final Options options;
  private final RandomStreams streams;
  private MiniBatches batches;

  /**
   * Creates them.
   *
   * @param options those of {@link LdnnOptions}
   */
  InnerBatches(Dataset.Split split, Options options, RandomStreams streams) {
    this.split = split;
    this.options = options;
    this.streams = streams;
    this.batches = fromStart();
  }

  private MiniBatches fromStart() {
    int size = options.get(LdnnOptions.BATCH_SIZE);
    return options.get(LdnnOptions.BATCHES) == Order.STORED
        ? new MiniBatches(split, size)
        : new MiniBatches(split, size, streams.stream("shuffle"));
  }

  /** Begins a loop's batches: with the next ones, or again with the first. */
  void startLoop() {
    if (options.get(LdnnOptions.INNER_LOOPS) == Repetition.SAME) {
      batches = fromStart();
    }
  }

  /** Returns the next batch. */
  InnerLoop.Batch next() {
    MiniBatches source = batches;
    int[] rows = source.next();
    return (x, y) -> source.write(rows, x, y);
  }
}
