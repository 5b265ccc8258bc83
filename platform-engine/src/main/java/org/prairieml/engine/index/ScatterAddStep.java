package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.ScatterAdd;
import org.prairieml.graph.Shape;

/** Sums of slices at indices of an axis, bound to memory; slices are added in their order. */
public final class ScatterAddStep implements Step {

  private final Block slices;
  private final Block result;
  private final SlicePositions positions;
  private final int outer;
  private final int size;
  private final int inner;
  private final SliceLoops loops;

  /** Binds a sum. */
  public ScatterAddStep(ScatterAdd operation, Block slices, Block indices, Block result) {
    Shape shape = result.shape();
    this.slices = slices;
    this.result = result;
    this.outer = shape.sizeBetween(0, operation.axis());
    this.size = operation.size();
    this.inner = shape.sizeBetween(operation.axis() + 1, shape.rank());
    this.positions = new SlicePositions(indices, size);
    this.loops = SliceLoops.LOOPS.ofArray(slices.elements().array());
  }

  @Override
  public void run() {
    result.elements().fill(result.offset(), result.offset() + result.size(), 0);
    int[] targets = positions.read();
    for (int block = 0; block < outer; block++) {
      int from = slices.offset() + block * targets.length * inner;
      int to = result.offset() + block * size * inner;
      Object values = slices.elements().array();
      loops.add(targets, inner, values, from, result.elements().array(), to);
    }
  }
}
