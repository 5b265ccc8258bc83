package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.UniformRandom;

/** Uniform random numbers of a counter, bound to memory: the same in both formats. */
public final class UniformRandomStep implements Step {

  private final UniformRandom operation;
  private final Block counter;
  private final Block result;

  /** Binds a draw. */
  public UniformRandomStep(UniformRandom operation, Block counter, Block result) {
    this.operation = operation;
    this.counter = counter;
    this.result = result;
  }

  @Override
  public void run() {
    long draw = (long) counter.elements().get(counter.offset());
    int size = result.size();
    for (int i = 0; i < size; i++) {
      result.elements().set(result.offset() + i, operation.value(draw, i));
    }
  }
}
