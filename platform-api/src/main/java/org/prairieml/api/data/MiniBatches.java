package org.prairieml.api.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;

/**
 * An endless sequence of mini-batches: the examples in a fresh random order every epoch.
 *
 * <p>What is left at the end of an epoch and does not fill a batch is left out of that epoch; the
 * next order puts others at the end. Not safe for use by several threads.
 */
public final class MiniBatches {

  private final Dataset.Split split;
  private final int size;
  private final RandomGenerator random;
  private final int[] order;
  private int position;

  /**
   * Creates a sequence.
   *
   * @param split the examples
   * @param size the number of examples in a batch, from 1 to the number of examples
   * @param random where the orders come from
   */
  public MiniBatches(Dataset.Split split, int size, RandomGenerator random) {
    if (size < 1 || size > split.size()) {
      throw new IllegalArgumentException(
          "A batch of " + size + " does not fit " + split.size() + " examples.");
    }
    this.split = split;
    this.size = size;
    this.random = random;
    this.order = IntStream.range(0, split.size()).toArray();
    this.position = order.length;
  }

  /**
   * Checks the size of batches.
   *
   * @throws PrairieException bad input, if the training split has fewer examples than a batch
   */
  public static void requireSize(Dataset dataset, int size) {
    if (size > dataset.train().size()) {
      throw PrairieException.badInput(
          "Option 'batch-size' is %d, but data set '%s' has %d training examples."
              .formatted(size, dataset.name(), dataset.train().size()));
    }
  }

  /** Returns the number of batches of an epoch. */
  public int perEpoch() {
    return order.length / size;
  }

  /** Returns the indices of the next batch's examples. */
  public int[] next() {
    if (position + size > order.length) {
      shuffle();
      position = 0;
    }
    int[] rows = Arrays.copyOfRange(order, position, position + size);
    position += size;
    return rows;
  }

  /** Copies the inputs of examples one after another. */
  public double[] inputs(int[] rows) {
    return rows(split.x(), rows);
  }

  /** Copies the targets of examples one after another. */
  public double[] targets(int[] rows) {
    return rows(split.y(), rows);
  }

  private static double[] rows(NdArray source, int[] rows) {
    int width = source.shape().sizeBetween(1, source.shape().rank());
    double[] copy = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(source.values(), rows[i] * width, copy, i * width, width);
    }
    return copy;
  }

  /** Fisher and Yates. */
  private void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
