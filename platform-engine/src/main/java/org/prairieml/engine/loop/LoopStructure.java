package org.prairieml.engine.loop;

import java.util.List;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LaneOp;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Everything about a fused loop that its code depends on: not the extents, strides and places.
 *
 * <p>Two loops of equal structure share one class.
 *
 * @param format the numbers' format
 * @param vectorInner whether the inner axis runs over vectors of lanes, else the outer one does
 * @param body the lane program; its input {@code i} is load {@code i}
 * @param loads how each input moves
 * @param stores what is stored elementwise
 * @param folds what is reduced
 */
public record LoopStructure(
    NumberFormat format,
    boolean vectorInner,
    List<LaneInstruction> body,
    List<AccessPattern> loads,
    List<Store> stores,
    List<FoldInto> folds) {

  /**
   * An elementwise result.
   *
   * @param value what is stored
   * @param pattern where; it moves along every axis that is longer than 1
   */
  public record Store(Lane value, AccessPattern pattern) {}

  /**
   * A reduction: the target is folded with every value, so it must hold a start value before.
   *
   * @param value what is folded
   * @param fold the operation
   * @param pattern where; it stays along reduced axes
   */
  public record FoldInto(Lane value, Fold fold, AccessPattern pattern) {}

  /** Returns whether it looks up elements in tables. */
  public boolean looksUp() {
    return body.stream().anyMatch(instruction -> instruction.op() == LaneOp.LOOK_UP);
  }

  /** Returns the number of loads, stores and folds. */
  public int accesses() {
    return loads.size() + stores.size() + folds.size();
  }
}
