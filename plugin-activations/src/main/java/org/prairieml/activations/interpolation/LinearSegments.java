package org.prairieml.activations.interpolation;

import org.prairieml.graph.NdArray;
import org.prairieml.graph.Tensor;

/** Straight segments from point to point, as numpy.interp has them. */
public final class LinearSegments implements Curve {

  private final double[] starts;
  private final double[] rises;

  /** Joins values, at least 2. */
  public LinearSegments(double[] values) {
    int segments = values.length - 1;
    this.starts = new double[segments];
    this.rises = new double[segments];
    for (int i = 0; i < segments; i++) {
      starts[i] = values[i];
      rises[i] = values[i + 1] - values[i];
    }
  }

  @Override
  public Tensor at(Tensor position) {
    Tensor segment = position.floor().min(Tensor.of(starts.length - 1));
    Tensor start = Tensor.of(NdArray.vector(starts)).gather(0, segment);
    Tensor rise = Tensor.of(NdArray.vector(rises)).gather(0, segment);
    return start.add(rise.mul(position.sub(segment)));
  }

  @Override
  public Tensor firstSlope() {
    return Tensor.of(rises[0]);
  }

  @Override
  public Tensor lastSlope() {
    return Tensor.of(rises[rises.length - 1]);
  }
}
