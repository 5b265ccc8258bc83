package org.prairieml.api.data;

import java.util.Optional;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * Examples to learn from and examples to be judged by.
 *
 * @param name how messages call it
 * @param target what is to be predicted
 * @param train what to learn from; at least one example
 * @param test what to be judged by; may be empty
 * @param motion the law behind states and their rates of change, where it is known
 */
public record Dataset(
    String name, Target target, Split train, Split test, Optional<Motion> motion) {

  /** Creates a data set without a known law of motion, checked as the others are. */
  public Dataset(String name, Target target, Split train, Split test) {
    this(name, target, train, test, Optional.empty());
  }

  /**
   * A number of examples.
   *
   * @param x inputs {@code [n, ...]}
   * @param y labels {@code [n]}, or values {@code [n, width]}
   */
  public record Split(NdArray x, NdArray y) {

    /** Returns the number of examples. */
    public int size() {
      return x.shape().dimension(0);
    }
  }

  /**
   * Checks that inputs and targets belong together.
   *
   * @throws PrairieException bad input: an empty training split, splits whose examples differ in
   *     shape, a number of targets that differs from the number of inputs, a label out of range, a
   *     number that is not finite
   */
  public Dataset {
    if (train.x().shape().rank() < 1 || train.size() == 0) {
      throw PrairieException.badInput("Data set '" + name + "': there is no training example.");
    }
    new DatasetValidator(name, target, exampleShape(train)).check(train, "train");
    new DatasetValidator(name, target, exampleShape(train)).check(test, "test");
  }

  /** Returns the shape of one example's input. */
  public Shape exampleShape() {
    return exampleShape(train);
  }

  private static Shape exampleShape(Split split) {
    return split.x().shape().remove(0);
  }
}
