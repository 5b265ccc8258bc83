package org.prairieml.training.layer;

import java.util.List;
import org.prairieml.api.network.Layer;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * The input of a layer over space.
 *
 * @param x {@code [n, spatial..., channels]} with 1 to 3 spatial axes
 */
record SpatialInput(Tensor x) {

  private static final int MOST_AXES = 3;

  /** Refuses what has no spatial axis, no channels, or too many axes. */
  SpatialInput {
    int axes = x.shape().rank() - 2;
    if (axes < 1 || axes > MOST_AXES) {
      throw new GraphException(
          "needs examples of 1 to %d spatial axes and one of channels, found %s; a layer 'reshape' before it can add an axis, such as 'shape: %s'"
              .formatted(MOST_AXES, example(x), axes < 1 ? "[-1, 1]" : "[28, 28, -1]"));
    }
  }

  /** Returns the only input of a layer. */
  static SpatialInput of(List<Tensor> inputs) {
    return new SpatialInput(Layer.single(inputs));
  }

  private static Shape example(Tensor x) {
    return x.shape().remove(0);
  }

  /** Returns the number of spatial axes. */
  int axes() {
    return x.shape().rank() - 2;
  }

  /** Returns the number of elements along a spatial axis, counted from 0. */
  int size(int axis) {
    return x.shape().dimension(axis + 1);
  }

  /** Returns the number of channels. */
  int channels() {
    return x.shape().dimension(-1);
  }

  /**
   * Checks that something which slides over the input fits into it.
   *
   * @param what how messages call it
   * @param reach over how many elements it reaches, per axis
   */
  void require(String what, List<Integer> reach, Padding.Sides padding) {
    for (int axis = 0; axis < axes(); axis++) {
      long padded = (long) size(axis) + padding.before().get(axis) + padding.after().get(axis);
      if (reach.get(axis) > padded) {
        throw new GraphException(
            "the %s reaches over %d elements, but along spatial axis %d of the input %s there are %d with padding; take a smaller one, 'padding: same', or less stride before"
                .formatted(what, reach.get(axis), axis + 1, example(x), padded));
      }
    }
  }
}
