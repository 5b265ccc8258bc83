package org.prairieml.engine.nest;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.Stride;
import org.prairieml.graph.Tensor;

/**
 * The parts into which a loop is cut, so that threads can share it: ranges of one of its two axes.
 *
 * <p>It depends on the loop alone. Where a reduction runs along the cut axis every part folds into
 * memory of its own, and the parts are folded in their order.
 *
 * @param inner whether the inner axis is cut, else the outer one
 * @param parts how many parts, 1 for none
 * @param step the length of a part
 */
public record Split(boolean inner, int parts, int step) {

  private static final int MOST_PARTS = 8;

  /** Instructions times elements that a part has at least: some ten microseconds of work. */
  private static final long SMALLEST_PART = 1 << 19;

  static Split of(LoopPlan plan) {
    long around = 1;
    for (int extent : plan.aroundExtents()) {
      around *= extent;
    }
    long elements = around * plan.outerExtent() * plan.innerExtent();
    long work = elements * (4 + plan.structure().body().size());
    int wanted = (int) Math.min(MOST_PARTS, work / SMALLEST_PART);
    if (wanted < 2) {
      return new Split(false, 1, plan.outerExtent());
    }
    boolean inner = cutsInner(plan);
    int extent = inner ? plan.innerExtent() : plan.outerExtent();
    boolean vectors = inner == plan.structure().vectorInner();
    int unit = vectors ? VectorTypes.lanes(plan.structure().format()) : 1;
    int step = Math.ceilDiv(Math.ceilDiv(extent, wanted), unit) * unit;
    return new Split(inner, Math.ceilDiv(extent, step), step);
  }

  /**
   * Returns the parts that each need one block of rows of a matrix, if the loop can be cut so: it
   * walks the rows along one axis and reads the matrix only at its own index.
   *
   * @param plan a loop that reads the matrix
   * @param matrix the matrix, in memory row after row
   * @param parts how many blocks there are
   * @param rows the rows of each but the last
   */
  public static Optional<Split> byRows(LoopPlan plan, Tensor matrix, int parts, int rows) {
    if (plan.isEmpty() || plan.aroundExtents().length > 0) {
      return Optional.empty();
    }
    int columns = matrix.shape().dimension(-1);
    int all = matrix.shape().size();
    return Stream.of(
            new Split(false, parts, rows),
            new Split(true, parts, rows),
            new Split(false, parts, rows * columns),
            new Split(true, parts, rows * columns))
        .filter(split -> split.follows(plan, matrix, split.step == rows ? columns : 1, all))
        .findFirst();
  }

  /** Whether all accesses of a matrix move by {@code stride} and nothing else along the axis. */
  private boolean follows(LoopPlan plan, Tensor matrix, int stride, int size) {
    int extent = inner ? plan.innerExtent() : plan.outerExtent();
    int across = inner ? plan.outerExtent() : plan.innerExtent();
    return extent * stride == size
        && across == stride
        && IntStream.range(0, plan.accesses().size())
            .filter(access -> plan.accesses().get(access).base() == matrix)
            .allMatch(access ->
                plan.accesses().get(access).view().offset() == 0
                    && plan.stride(access, inner) == stride
                    && (across == 1 || plan.stride(access, !inner) == 1));
  }

  /** An axis that every reduction keeps is better; else the outer one, unless it is short. */
  private static boolean cutsInner(LoopPlan plan) {
    if (plan.outerExtent() < 2 * MOST_PARTS) {
      return plan.innerExtent() > plan.outerExtent();
    }
    boolean outerKept = plan.structure().folds().stream().allMatch(f -> keeps(f.pattern(), false));
    boolean innerKept = plan.structure().folds().stream().allMatch(f -> keeps(f.pattern(), true));
    return !outerKept && innerKept && plan.innerExtent() >= 4 * MOST_PARTS;
  }

  private static boolean keeps(AccessPattern pattern, boolean inner) {
    return pattern.along(inner) != Stride.ZERO;
  }

  /** Returns whether a fold's target is shared by the parts. */
  boolean shares(AccessPattern pattern) {
    return parts > 1 && !keeps(pattern, inner);
  }

  int from(int part) {
    return part * step;
  }

  int to(int part, int extent) {
    return Math.min(extent, (part + 1) * step);
  }
}
