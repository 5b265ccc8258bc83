package org.prairieml.engine.nest;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Which axis runs over vectors of lanes, which one is the other axis of the generated loop, and
 * which are left around it.
 *
 * @param vector the axis of vectors, -1 if the space has a single index
 * @param other the other axis of the generated loop, -1 for none
 * @param vectorInner whether the axis of vectors is the inner one of the two
 * @param around the remaining axes, outermost first
 */
record AxisOrder(int vector, int other, boolean vectorInner, List<Integer> around) {

  /** What an access costs that is not next to its neighbor lane, in plain accesses. */
  private static final int GATHER_COST = 12;

  /** What it costs to fold the lanes of a vector into one number, in plain accesses. */
  private static final int LANES_FOLD_COST = 16;

  /**
   * Chooses the order for a loop.
   *
   * @param work the number of lane instructions
   * @param folds the positions of the accesses that are folds
   */
  static AxisOrder of(Axes axes, NumberFormat format, int work, List<Integer> folds) {
    if (axes.count() == 0) {
      return new AxisOrder(-1, -1, true, List.of());
    }
    int lanes = VectorTypes.lanes(format);
    int vector = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int axis = axes.count() - 1; axis >= 0; axis--) {
      double cost = cost(axes, axis, lanes, work, folds);
      if (cost < least) {
        least = cost;
        vector = axis;
      }
    }
    return around(axes, vector);
  }

  private static double cost(Axes axes, int axis, int lanes, int work, List<Integer> folds) {
    double each = 1 + work;
    for (int access = 0; access < axes.strides().size(); access++) {
      int stride = axes.stride(access, axis);
      each += stride == 0 || stride == 1 ? 1 : GATHER_COST;
    }
    int extent = axes.extent(axis);
    double vectors = Math.ceilDiv(extent, lanes);
    double rows = 1;
    for (int other = 0; other < axes.count(); other++) {
      rows *= other == axis ? 1 : axes.extent(other);
    }
    double lanesFolds = 0;
    for (int fold : folds) {
      if (axes.stride(fold, axis) == 0) {
        boolean perRow = IntStream.range(0, axes.count()).anyMatch(i -> axes.stride(fold, i) != 0);
        lanesFolds += perRow ? LANES_FOLD_COST : 0;
      }
    }
    return rows * (vectors * each + lanesFolds);
  }

  private static AxisOrder around(Axes axes, int vector) {
    int other = -1;
    for (int axis = axes.count() - 1; axis >= 0; axis--) {
      if (axis != vector && (other < 0 || axes.extent(axis) > axes.extent(other))) {
        other = axis;
      }
    }
    int partner = other;
    List<Integer> around =
        IntStream.range(0, axes.count()).filter(i -> i != vector && i != partner).boxed().toList();
    return new AxisOrder(vector, other, other < 0 || isFull(axes, vector, other), around);
  }

  /** Where some access moves along both axes, rows of memory are walked one by one. */
  private static boolean isFull(Axes axes, int vector, int other) {
    return IntStream.range(0, axes.strides().size())
        .anyMatch(v -> axes.stride(v, vector) != 0 && axes.stride(v, other) != 0);
  }
}
