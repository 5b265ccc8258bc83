package org.prairieml.engine.interpret;

import org.prairieml.engine.loop.LoopKernel;

/** A call of a loop over one block, with room for its arguments. */
final class Call {

  private final LoopKernel kernel;
  private final Object[] arrays;
  private final int[] numbers;

  Call(LoopKernel kernel, int accesses) {
    this.kernel = kernel;
    // A kernel of vectors knows places for offsets of lanes and for scratch, which none here needs.
    this.arrays = new Object[2 * accesses + 1];
    this.numbers = new int[LoopKernel.HEADER + LoopKernel.PER_ACCESS * accesses];
  }

  /** Says where an access is; elements are next to each other or all the same. */
  Call at(int access, Object array, int position) {
    arrays[access] = array;
    numbers[LoopKernel.HEADER + LoopKernel.PER_ACCESS * access] = position;
    return this;
  }

  /** Says how far the elements of an access stand apart. */
  Call stride(int access, int stride) {
    numbers[LoopKernel.HEADER + LoopKernel.PER_ACCESS * access + 2] = stride;
    return this;
  }

  /** Runs over a number of elements. */
  void run(int count) {
    run(1, 0, count);
  }

  /** Runs over rows of elements; the first access moves by a stride from row to row. */
  void run(int rows, int stride, int count) {
    numbers[1] = rows;
    numbers[3] = count;
    numbers[LoopKernel.HEADER + 1] = stride;
    kernel.run(arrays, numbers);
  }
}
