package org.prairieml.engine.loop;

import org.prairieml.engine.memory.Elements;

/**
 * The code of a fused loop.
 *
 * <p>Arrays, in order: one per load, store and fold (of the format's element type); one {@code
 * int[]} of lane offsets per access, used where the vector axis has stride {@link Stride#ANY}, else
 * null; scratch space; where the loop looks up in tables, an {@code int[]} with room for a vector's
 * lanes from {@link #POSITIONS} on. Numbers, in order: {@code outerFrom, outerTo, innerFrom,
 * innerTo}, then for every access its base and its strides along the outer and the inner axis, in
 * elements.
 */
@FunctionalInterface
public interface LoopKernel {

  /** How many numbers stand before those of the accesses. */
  int HEADER = 4;

  /** How many numbers every access has. */
  int PER_ACCESS = 3;

  /** Where positions in a table begin: with a line of the cache, where arrays do. */
  int POSITIONS = Elements.TO_LINE / Integer.BYTES;

  /**
   * Runs over a part of the two axes; {@code outerFrom} and {@code innerFrom} are whole vectors.
   */
  void run(Object[] arrays, int[] numbers);
}
