package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.ArgMax;
import org.prairieml.graph.Shape;

/** The first index of the largest element along an axis, bound to memory; NaN is the largest. */
public final class ArgMaxStep implements Step {

  private final Block source;
  private final Block result;
  private final int outer;
  private final int size;
  private final int inner;

  /** Binds a search. */
  public ArgMaxStep(ArgMax operation, Block source, Block result) {
    Shape shape = source.shape();
    this.source = source;
    this.result = result;
    this.outer = shape.sizeBetween(0, operation.axis());
    this.size = shape.dimension(operation.axis());
    this.inner = shape.sizeBetween(operation.axis() + 1, shape.rank());
  }

  @Override
  public void run() {
    int to = result.offset();
    for (int block = 0; block < outer; block++) {
      int from = source.offset() + block * size * inner;
      for (int i = 0; i < inner; i++) {
        result.elements().set(to++, largest(from + i));
      }
    }
  }

  private int largest(int from) {
    int best = 0;
    double most = source.elements().get(from);
    for (int i = 1; i < size; i++) {
      double value = source.elements().get(from + i * inner);
      if (Double.compare(value, most) > 0) {
        best = i;
        most = value;
      }
    }
    return best;
  }
}
