package org.prairieml.engine.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prairieml.graph.Shape;

/**
 * Which element of a memory block stands at an index: {@code offset + sum of index times stride}.
 *
 * @param shape the extent of the index
 * @param offset the position of index 0
 * @param strides per axis, in elements; 0 where the view repeats
 */
public record View(Shape shape, int offset, List<Integer> strides) {

  /** Returns the view of a block in its own row-major order. */
  public static View dense(Shape shape) {
    return new View(shape, 0, Arrays.stream(shape.strides()).boxed().toList());
  }

  private static View of(Shape shape, int offset, IntStream strides) {
    return new View(shape, offset, strides.boxed().toList());
  }

  /** Returns the stride along an axis; 0 where there is only one index. */
  public int stride(int axis) {
    return shape.dimension(axis) == 1 ? 0 : strides.get(axis);
  }

  /** Returns whether the elements stand in row-major order without gaps, from position 0. */
  public boolean isDense() {
    int[] dense = shape.strides();
    return offset == 0
        && IntStream.range(0, shape.rank())
            .allMatch(i -> shape.dimension(i) == 1 || strides.get(i) == dense[i]);
  }

  /** Returns the view repeated to a larger shape by NumPy's rule. */
  public View broadcast(Shape target) {
    int lead = target.rank() - shape.rank();
    return of(
        target,
        offset,
        IntStream.range(0, target.rank()).map(i -> i < lead ? 0 : stride(i - lead)));
  }

  /** Returns the view with its axes in another order. */
  public View permute(List<Integer> axes) {
    Shape permuted = Shape.of(axes.stream().mapToInt(shape::dimension).toArray());
    return of(permuted, offset, axes.stream().mapToInt(strides::get));
  }

  /** Returns every {@code step}-th index from {@code start} on, to a smaller shape. */
  public View slice(Shape target, List<Integer> start, List<Integer> step) {
    int first = IntStream.range(0, start.size()).map(i -> start.get(i) * strides.get(i)).sum();
    return of(
        target,
        offset + (target.size() == 0 ? 0 : first),
        IntStream.range(0, target.rank()).map(i -> strides.get(i) * step.get(i)));
  }

  /** Returns the view without some axes, or with stride 0 along them. */
  public View still(List<Integer> axes) {
    return of(
        shape,
        offset,
        IntStream.range(0, shape.rank()).map(i -> axes.contains(i) ? 0 : strides.get(i)));
  }

  /** Returns the same elements in row-major order under another shape, if strides can say so. */
  public Optional<View> reshape(Shape target) {
    if (target.size() == 0) {
      return Optional.of(of(target, offset, Arrays.stream(target.strides())));
    }
    int[] result = new int[target.rank()];
    int axis = 0;
    int to = 0;
    while (axis < shape.rank() || to < target.rank()) {
      int fromEnd = axis;
      int toEnd = to;
      long sizeFrom = 1;
      long sizeTo = 1;
      do {
        if (sizeFrom <= sizeTo && fromEnd < shape.rank()) {
          sizeFrom *= shape.dimension(fromEnd++);
        } else {
          sizeTo *= target.dimension(toEnd++);
        }
      } while (sizeFrom != sizeTo);
      // a run of axes of dimension 1 may be left on either side
      Optional<Integer> innermost = mergedStride(axis, fromEnd);
      if (innermost.isEmpty()) {
        return Optional.empty();
      }
      int stride = innermost.get();
      for (int i = toEnd - 1; i >= to; i--) {
        result[i] = stride;
        stride *= target.dimension(i);
      }
      axis = fromEnd;
      to = toEnd;
    }
    return Optional.of(of(target, offset, Arrays.stream(result)));
  }

  /** Returns the innermost stride of axes that together walk like one, if they do. */
  private Optional<Integer> mergedStride(int from, int to) {
    int innermost = 0;
    int expected = 0;
    for (int i = to - 1; i >= from; i--) {
      if (shape.dimension(i) == 1) {
        continue;
      }
      if (expected == 0 && innermost == 0 && isInnermost(i, to)) {
        innermost = strides.get(i);
      } else if (strides.get(i) != expected) {
        return Optional.empty();
      }
      expected = strides.get(i) * shape.dimension(i);
    }
    return Optional.of(innermost);
  }

  private boolean isInnermost(int axis, int to) {
    return IntStream.range(axis + 1, to).allMatch(i -> shape.dimension(i) == 1);
  }
}
