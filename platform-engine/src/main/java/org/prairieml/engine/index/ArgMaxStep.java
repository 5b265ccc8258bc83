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
  private final SliceLoops loops;

  /** Binds a search. */
  public ArgMaxStep(ArgMax operation, Block source, Block result) {
    Shape shape = source.shape();
    this.source = source;
    this.result = result;
    this.outer = shape.sizeBetween(0, operation.axis());
    this.size = shape.dimension(operation.axis());
    this.inner = shape.sizeBetween(operation.axis() + 1, shape.rank());
    this.loops = SliceLoops.LOOPS.ofArray(source.elements().array());
  }

  @Override
  public void run() {
    for (int block = 0; block < outer; block++) {
      int from = source.offset() + block * size * inner;
      int to = result.offset() + block * inner;
      loops.findLargest(
          source.elements().array(), from, size, inner, result.elements().array(), to);
    }
  }
}
