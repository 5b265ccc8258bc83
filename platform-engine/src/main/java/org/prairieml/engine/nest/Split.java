package org.prairieml.engine.nest;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.Stride;

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
record Split(boolean inner, int parts, int step) {

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
