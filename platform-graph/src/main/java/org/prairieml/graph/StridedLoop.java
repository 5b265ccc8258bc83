package org.prairieml.graph;

import java.util.Arrays;

/**
 * Walks two strided views of one extent together, row by row along the last axis.
 *
 * <p>A view is an offset and a stride per axis over some array; stride 0 repeats, so that one walk
 * serves broadcasting, permuting, slicing, padding and reducing.
 */
final class StridedLoop {

  private final int[] extent;
  private final View first;
  private final View second;
  private final int last;

  /** Where a view's elements lie. */
  record View(int offset, int[] strides) {}

  /** What happens to a row: {@code n} elements from {@code a} and {@code b} on. */
  interface RowAction {
    void run(int a, int b, int n, int strideA, int strideB);
  }

  private StridedLoop(int[] extent, View first, View second) {
    this.extent = extent;
    this.first = first;
    this.second = second;
    this.last = extent.length - 1;
  }

  static void walk(Shape extent, View first, View second, RowAction action) {
    if (extent.rank() == 0) {
      action.run(first.offset, second.offset, 1, 1, 1);
    } else {
      new StridedLoop(extent.dimensions(), first, second)
          .descend(0, first.offset, second.offset, action);
    }
  }

  /** Copies a view of {@code source} to a view of {@code target}. */
  static void copy(Shape extent, View from, double[] source, View to, double[] target) {
    walk(
        extent,
        from,
        to,
        (a, b, n, strideA, strideB) -> copyRow(source, a, strideA, target, b, strideB, n));
  }

  /** Rows of neighbors, and repetitions of one element, are single operations. */
  private static void copyRow(
      double[] source, int a, int strideA, double[] target, int b, int strideB, int n) {
    if (strideA == 1 && strideB == 1) {
      System.arraycopy(source, a, target, b, n);
    } else if (strideA == 0 && strideB == 1) {
      Arrays.fill(target, b, b + n, source[a]);
    } else {
      for (int i = 0; i < n; i++) {
        target[b + i * strideB] = source[a + i * strideA];
      }
    }
  }

  /** Returns the view of all elements in row-major order. */
  static View dense(Shape shape) {
    return new View(0, shape.strides());
  }

  private void descend(int axis, int a, int b, RowAction action) {
    int strideA = first.strides[axis];
    int strideB = second.strides[axis];
    if (axis == last) {
      action.run(a, b, extent[axis], strideA, strideB);
      return;
    }
    for (int i = 0; i < extent[axis]; i++) {
      descend(axis + 1, a + i * strideA, b + i * strideB, action);
    }
  }
}
