package org.prairieml.graph;

/** Common expressions composed of primitives. */
public final class Formulas {

  private Formulas() {}

  /** Returns the mean over the given axes, which disappear. */
  public static Tensor mean(Tensor x, int... axes) {
    int count = 1;
    for (int axis : axes) {
      count *= x.shape().dimension(axis);
    }
    return x.sum(axes).div(count);
  }

  /** Returns the mean of all elements, a scalar. */
  public static Tensor meanAll(Tensor x) {
    return mean(x, x.allAxes());
  }

  /** Returns the rectifier max(0, x); its derivative at 0 is 0. */
  public static Tensor relu(Tensor x) {
    return Tensor.of(0).max(x);
  }

  /** Returns log(sigmoid(x)) without overflow. */
  public static Tensor logSigmoid(Tensor x) {
    return x.neg().softplus().neg();
  }

  /** Returns log(sum(e^x)) over an axis, which disappears, without overflow. */
  public static Tensor logSumExp(Tensor x, int axis) {
    Shape kept = x.shape().with(axis, 1);
    Tensor largest = x.max(axis).stopGradient();
    Tensor finite = largest.abs().less(Tensor.of(Double.POSITIVE_INFINITY));
    Tensor shift = finite.select(largest, 0);
    return x.sub(shift.reshape(kept)).exp().sum(axis).log().add(shift);
  }

  /** Returns x minus its logSumExp along an axis: the logarithm of softmax. */
  public static Tensor logSoftmax(Tensor x, int axis) {
    Shape kept = x.shape().with(axis, 1);
    // The shift comes off x itself: added to the sum's logarithm, a large one would take its
    // digits.
    Tensor shifted = x.sub(x.max(axis).stopGradient().reshape(kept));
    return shifted.sub(shifted.exp().sum(axis).log().reshape(kept));
  }

  /** Returns softmax along an axis. */
  public static Tensor softmax(Tensor x, int axis) {
    return logSoftmax(x, axis).exp();
  }

  /**
   * Returns 1 at each index and 0 elsewhere, along a new last axis.
   *
   * @param indices whole numbers in [0, classes), of any shape
   */
  public static Tensor oneHot(Tensor indices, int classes) {
    Shape column = indices.shape().insert(indices.shape().rank(), 1);
    return indices.reshape(column).equalTo(Tensor.iota(classes));
  }
}
