package org.prairieml.engine.nest;

import org.prairieml.engine.loop.LoopKernel;

/** A range of a loop, with memory of its own where parts may not share. */
final class LoopPart {

  private final LoopKernel kernel;
  private final Object[] arrays;
  private final int[] numbers;
  private final int[] around;
  private final int[][] aroundStrides;
  private final int[] index;

  /**
   * Prepares a part.
   *
   * @param arrays as the kernel takes them
   * @param numbers as the kernel takes them
   * @param around the extents of the axes around the generated loop
   * @param aroundStrides per access, then per axis
   */
  LoopPart(LoopKernel kernel, Object[] arrays, int[] numbers, int[] around, int[][] aroundStrides) {
    this.kernel = kernel;
    this.arrays = arrays;
    this.numbers = numbers;
    this.around = around;
    this.aroundStrides = aroundStrides;
    this.index = new int[around.length];
  }

  void run() {
    do {
      kernel.run(arrays, numbers);
    } while (advance());
  }

  /**
   * Moves to the next index of the axes around the generated loop; after the last, to the first.
   */
  private boolean advance() {
    for (int axis = around.length - 1; axis >= 0; axis--) {
      boolean wraps = ++index[axis] == around[axis];
      int distance = wraps ? 1 - around[axis] : 1;
      for (int access = 0; access < aroundStrides.length; access++) {
        numbers[LoopKernel.HEADER + LoopKernel.PER_ACCESS * access] +=
            distance * aroundStrides[access][axis];
      }
      if (!wraps) {
        return true;
      }
      index[axis] = 0;
    }
    return false;
  }
}
