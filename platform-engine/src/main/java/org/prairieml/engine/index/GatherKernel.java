package org.prairieml.engine.index;

/** Copies elements from positions that lie apart. */
@FunctionalInterface
public interface GatherKernel {

  /**
   * Copies the elements at some of the positions.
   *
   * @param positions the elements' positions, counted from {@code from}
   * @param first the first of these positions to copy
   * @param last the end of those to copy
   * @param values the array of the elements
   * @param from the position of the element at 0
   * @param target the array to copy to, of the same type
   * @param to where the element of the first of all positions goes; each other follows
   * @throws IndexOutOfBoundsException if a position lies outside of an array
   */
  void run(int[] positions, int first, int last, Object values, int from, Object target, int to);
}
