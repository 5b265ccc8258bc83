package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.Gather;
import org.prairieml.graph.Shape;

/** Slices at indices of an axis, bound to memory; fused loops look up single elements. */
public final class GatherStep implements Step {

  private final Block source;
  private final Block result;
  private final SlicePositions positions;
  private final int outer;
  private final int size;
  private final int inner;
  private final SliceLoops loops;

  /** Binds a gather. */
  public GatherStep(Gather operation, Block source, Block indices, Block result) {
    Shape shape = source.shape();
    this.source = source;
    this.result = result;
    this.outer = shape.sizeBetween(0, operation.axis());
    this.size = shape.dimension(operation.axis());
    this.inner = shape.sizeBetween(operation.axis() + 1, shape.rank());
    this.positions = new SlicePositions(indices, size);
    this.loops = SliceLoops.LOOPS.ofArray(source.elements().array());
  }

  @Override
  public void run() {
    int[] slices = positions.read();
    for (int block = 0; block < outer; block++) {
      int from = source.offset() + block * size * inner;
      int to = result.offset() + block * slices.length * inner;
      if (inner == 1) {
        loops.gather(slices, source.elements().array(), from, result.elements().array(), to);
      } else {
        copySlices(slices, from, to);
      }
    }
  }

  private void copySlices(int[] slices, int from, int to) {
    for (int i = 0; i < slices.length; i++) {
      source.elements().copyTo(from + slices[i] * inner, result.elements(), to + i * inner, inner);
    }
  }
}
