package org.prairieml.api.data;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.engine.Buffer;
import org.prairieml.graph.NdArray;

/**
 * An endless sequence of mini-batches: the examples in a fresh random order every epoch, or as they
 * are stored.
 *
 * <p>What is left at the end of an epoch and does not fill a batch is left out of that epoch; the
 * next random order puts others at the end. Not safe for use by several threads.
 */
public final class MiniBatches {

  private final Dataset.Split split;
  private final int size;
  private final Consumer<int[]> reorder;
  private final int[] order;
  private final double[] inputs;
  private final double[] targets;
  private int position;

  /**
   * Creates a sequence.
   *
   * @param split the examples
   * @param size the number of examples in a batch, from 1 to the number of examples
   * @param random where the orders come from
   */
  public MiniBatches(Dataset.Split split, int size, RandomGenerator random) {
    this(split, size, order -> shuffle(order, random));
  }

  /**
   * Creates a sequence of the examples as they are stored, over and over.
   *
   * @param split the examples
   * @param size the number of examples in a batch, from 1 to the number of examples
   */
  public MiniBatches(Dataset.Split split, int size) {
    this(split, size, _ -> {});
  }

  private MiniBatches(Dataset.Split split, int size, Consumer<int[]> reorder) {
    if (size < 1 || size > split.size()) {
      throw new IllegalArgumentException(
          "A batch of " + size + " does not fit " + split.size() + " examples.");
    }
    this.split = split;
    this.size = size;
    this.reorder = reorder;
    this.order = IntStream.range(0, split.size()).toArray();
    this.inputs = new double[size * width(split.x())];
    this.targets = new double[size * width(split.y())];
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
      reorder.accept(order);
      position = 0;
    }
    int[] rows = Arrays.copyOfRange(order, position, position + size);
    position += size;
    return rows;
  }

  /**
   * Writes the inputs and the targets of as many examples as a batch has.
   *
   * @param x takes the inputs {@code [size, ...]}
   * @param y takes the targets {@code [size]} or {@code [size, width]}
   */
  public void write(int[] rows, Buffer x, Buffer y) {
    copy(split.x(), rows, inputs);
    copy(split.y(), rows, targets);
    x.write(inputs);
    y.write(targets);
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
    double[] copy = new double[rows.length * width(source)];
    copy(source, rows, copy);
    return copy;
  }

  private static void copy(NdArray source, int[] rows, double[] target) {
    int width = width(source);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(source.values(), rows[i] * width, target, i * width, width);
    }
  }

  private static int width(NdArray source) {
    return source.shape().sizeBetween(1, source.shape().rank());
  }

  /** Fisher and Yates. */
  private static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
