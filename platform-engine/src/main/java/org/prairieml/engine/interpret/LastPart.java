package org.prairieml.engine.interpret;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;

/**
 * Where a run of a loop may be divided in two that follow each other with the same bits.
 *
 * <p>What is folded along an axis must not be divided there: its sum starts anew with every run.
 * The rest of a vector stays at the end, so that the second part knows all of the loop's code.
 */
final class LastPart {

  private static final int OUTER = 1;
  private static final int INNER = 3;

  private final boolean foldsNothing;
  private final boolean foldsRowsOnly;
  private final boolean vectorInner;
  private final int lanes;

  LastPart(LoopStructure loop) {
    this.foldsNothing = loop.folds().isEmpty();
    this.foldsRowsOnly =
        loop.folds().stream().noneMatch(fold -> fold.pattern().outer() == Stride.ZERO);
    this.vectorInner = loop.vectorInner();
    this.lanes = VectorTypes.lanes(loop.format());
  }

  /** Returns the position in a kernel's numbers of the end of the axis to divide. */
  int axis(int[] numbers) {
    return numbers[1] - numbers[0] == 1 && foldsNothing ? INNER : OUTER;
  }

  /**
   * Returns where a last part of about this many elements starts, whole vectors after the start.
   *
   * @param numbers as {@link LoopKernel} takes them
   */
  int start(int[] numbers, int axis, long elements) {
    int from = numbers[axis - 1];
    if (axis == OUTER && !foldsRowsOnly) {
      return from;
    }
    int other = axis == OUTER ? INNER : OUTER;
    long across = Math.max(1, numbers[other] - numbers[other - 1]);
    int unit = vectorInner == (axis == INNER) ? lanes : 1;
    long units = Math.max(1, elements / (across * unit));
    long all = Math.ceilDiv(numbers[axis] - from, unit);
    return from + (int) Math.max(0, all - units) * unit;
  }
}
