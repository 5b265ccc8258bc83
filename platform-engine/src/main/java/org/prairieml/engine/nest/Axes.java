package org.prairieml.engine.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Shape;

/**
 * The axes of a loop's space with the strides of all its accesses: axes of dimension 1 are gone,
 * and neighbors that every access walks like one are one.
 *
 * @param extents per axis
 * @param strides per access, then per axis
 */
record Axes(List<Integer> extents, List<int[]> strides) {

  static Axes of(Shape space, List<View> views) {
    List<Integer> axes =
        IntStream.range(0, space.rank()).filter(i -> space.dimension(i) != 1).boxed().toList();
    List<Integer> extents = new ArrayList<>();
    List<List<Integer>> walks = new ArrayList<>();
    for (int axis : axes) {
      List<Integer> walk = views.stream().map(view -> view.strides().get(axis)).toList();
      int extent = space.dimension(axis);
      if (!extents.isEmpty() && continues(walks.getLast(), walk, extent)) {
        extents.set(extents.size() - 1, extents.getLast() * extent);
        walks.set(walks.size() - 1, walk);
      } else {
        extents.add(extent);
        walks.add(walk);
      }
    }
    List<int[]> strides =
        IntStream.range(0, views.size())
            .mapToObj(v -> walks.stream().mapToInt(walk -> walk.get(v)).toArray())
            .toList();
    return new Axes(extents, strides);
  }

  private static boolean continues(List<Integer> outer, List<Integer> inner, int extent) {
    return IntStream.range(0, outer.size()).allMatch(v -> outer.get(v) == inner.get(v) * extent);
  }

  int count() {
    return extents.size();
  }

  int extent(int axis) {
    return axis < 0 ? 1 : extents.get(axis);
  }

  /** Returns the stride of an access along an axis; axis -1 is one of extent 1. */
  int stride(int access, int axis) {
    return axis < 0 ? 0 : strides.get(access)[axis];
  }
}
