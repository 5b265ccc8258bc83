package org.prairieml.activations.interpolation;

import org.prairieml.graph.Tensor;

/** A curve through, or close to, values at the positions 0, 1, ..., n - 1. */
public interface Curve {

  /**
   * Returns the curve's values.
   *
   * @param position positions of any shape, in [0, n - 1]
   */
  Tensor at(Tensor position);

  /** Returns the slope at position 0. */
  Tensor firstSlope();

  /** Returns the slope at position n - 1. */
  Tensor lastSlope();

  /**
   * Returns the curve with its ends continued.
   *
   * @param position any positions
   * @param last n - 1
   * @param straight whether the curve goes on as a straight line; else it is constant
   */
  default Tensor continued(Tensor position, int last, boolean straight) {
    Tensor inside = at(position.max(Tensor.of(0)).min(Tensor.of(last)));
    if (!straight) {
      return inside;
    }
    // The constant comes first: at a tie the derivative is the inside's alone.
    Tensor below = Tensor.of(0).min(position);
    Tensor above = Tensor.of(0).max(position.sub(last));
    return inside.add(below.mul(firstSlope())).add(above.mul(lastSlope()));
  }
}
